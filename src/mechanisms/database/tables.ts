/**
 * Rows of the database as the driver gives them: tables and columns by their names there. Written by `npm run schema` from
 * the migrated database; a test holds it to that. Times are text, sums of eight bytes too.
 */
export type Tables = {
  access_keys: {
    id: string
    name: string
    user_id: string
    company_id: string
    hint: string
    hash: string
    acts: boolean | null
    expires_at: string | null
    last_used_at: string | null
    ended_at: string | null
    created_at: string
    updated_at: string
  }
  account_anchors: {
    account_id: string
    amount: string
    at: string
    opening: string
    version: number
    sync_node: string | null
    synced_at: string
  }
  accounts: {
    id: string
    number: string | null
    company_id: string
    contract_id: string | null
    currency: string
    balance: string | null
    balance_at: string | null
    external_id: string | null
    sync_node: string | null
    sync_run: string | null
    synced_at: string | null
    sync_hash: string | null
    created_at: string
    updated_at: string
  }
  ask_asides: {
    user_id: string
    key: string
    stamp: string
    until: string | null
    created_at: string
  }
  audit: {
    id: string
    action: string
    actor_role: string | null
    actor_collection: string | null
    actor_id: string | null
    actor_name: string | null
    entity: string | null
    entity_id: string | null
    address: string | null
    request_id: string | null
    changes: unknown | null
    note: string | null
    created_at: string
    updated_at: string
  }
  branches: {
    id: string
    name: string
    address: string | null
    phone: string | null
    email: string | null
    active: boolean | null
    external_id: string | null
    sync_node: string | null
    sync_run: string | null
    synced_at: string | null
    sync_hash: string | null
    created_at: string
    updated_at: string
    hidden_by_hand: boolean | null
    working_hours: string | null
  }
  brands: {
    id: string
    name: string
    slug: string
    active: boolean | null
    external_id: string | null
    sync_node: string | null
    sync_run: string | null
    synced_at: string | null
    sync_hash: string | null
    created_at: string
    updated_at: string
    sync_time: string | null
  }
  cart_lines: {
    id: string
    cart_id: string
    user_id: string
    sku_id: string
    qty: string
    price_seen: string | null
    created_at: string
    updated_at: string
  }
  carts: {
    id: string
    user_id: string
    company_id: string
    created_at: string
    updated_at: string
  }
  comments: {
    id: string
    entity: string
    entity_id: string
    company_id: string | null
    body: string
    internal: boolean | null
    user_id: string | null
    staff_id: string | null
    author_name: string | null
    created_at: string
    updated_at: string
  }
  comments_rels: {
    id: number
    order: number | null
    parent_id: string
    path: string
    document_files_id: string | null
  }
  companies: {
    id: string
    name: string
    legal_name: string | null
    inn: string | null
    kpp: string | null
    status: 'new' | 'active' | 'suspended' | 'archived'
    manager_id: string | null
    partner_id: string | null
    price_type_id: string | null
    phone: string | null
    email: string | null
    address: string | null
    currency: string
    credit_limit: string | null
    debt: string | null
    overdue: string | null
    balance: string | null
    finance_at: string | null
    external_id: string | null
    sync_node: string | null
    sync_run: string | null
    synced_at: string | null
    sync_hash: string | null
    created_at: string
    updated_at: string
    debt_at: string | null
    site_id: string | null
    access_keys: boolean | null
  }
  companies_rels: {
    id: number
    order: number | null
    parent_id: string
    path: string
    branches_id: string | null
  }
  company_details: {
    id: string
    name: string | null
    legal_name: string | null
    inn: string | null
    kpp: string | null
    ogrn: string | null
    address: string | null
    phone: string | null
    email: string | null
    bank_name: string | null
    bik: string | null
    account: string | null
    corr_account: string | null
    director: string | null
    accountant: string | null
    vat_payer: boolean | null
    updated_at: string | null
    created_at: string | null
    director_post: string | null
    director_genitive: string | null
    director_basis: string | null
  }
  company_purchases: {
    company_id: string
    product_id: string
    times: number
  }
  contacts: {
    id: string
    company_id: string
    name: string
    position: string | null
    email: string | null
    phone: string | null
    portal_role_id: string | null
    portal_access: boolean | null
    user_id: string | null
    external_id: string | null
    sync_node: string | null
    sync_run: string | null
    synced_at: string | null
    sync_hash: string | null
    created_at: string
    updated_at: string
    removed: boolean | null
  }
  contractors: {
    id: string
    company_id: string
    kind: 'legal' | 'entrepreneur' | 'person'
    name: string
    legal_name: string | null
    inn: string | null
    kpp: string | null
    ogrn: string | null
    legal_address: string | null
    postal_address: string | null
    bank_name: string | null
    bik: string | null
    account: string | null
    corr_account: string | null
    active: boolean | null
    external_id: string | null
    sync_node: string | null
    sync_run: string | null
    synced_at: string | null
    sync_hash: string | null
    created_at: string
    updated_at: string
    hidden_by_hand: boolean | null
    signer_post: string | null
    signer_name: string | null
    signer_genitive: string | null
    signer_basis: string | null
  }
  contracts: {
    id: string
    number: string
    date: string
    name: string | null
    company_id: string
    contractor_id: string | null
    kind: 'main' | 'addendum'
    parent_id: string | null
    status: 'draft' | 'signing' | 'active' | 'suspended' | 'expired' | 'terminated'
    valid_until: string | null
    currency: string
    amount: string | null
    credit_limit: string | null
    credit_days: string | null
    debt: string | null
    overdue: string | null
    finance_at: string | null
    price_type_id: string | null
    file_id: string | null
    external_id: string | null
    sync_node: string | null
    sync_run: string | null
    synced_at: string | null
    sync_hash: string | null
    created_at: string
    updated_at: string
    debt_at: string | null
    signed_sent_at: string | null
  }
  document_files: {
    id: string
    title: string | null
    company_id: string | null
    uploader_id: string | null
    sha256: string | null
    internal: boolean | null
    created_at: string
    updated_at: string
    url: string | null
    thumbnail_u_r_l: string | null
    filename: string | null
    mime_type: string | null
    filesize: string | null
    width: string | null
    height: string | null
    original_name: string | null
  }
  document_requests: {
    id: string
    kind: 'copy' | 'original' | 'reconciliation' | 'closing'
    company_id: string
    contractor_id: string | null
    document_id: string | null
    author_id: string | null
    period_from: string | null
    period_to: string | null
    status: 'waiting' | 'leased' | 'done' | 'notFound' | 'denied'
    leased_until: string | null
    leased_by: string | null
    attempts: string | null
    finished_at: string | null
    comment: string | null
    reason: string | null
    result_id: string | null
    created_at: string
    updated_at: string
  }
  documents: {
    id: string
    kind: 'invoice' | 'waybill' | 'act' | 'upd' | 'vatInvoice' | 'reconciliation' | 'payment' | 'refund' | 'other'
    number: string
    date: string
    company_id: string
    contractor_id: string | null
    order_id: string | null
    contract_id: string | null
    total: string | null
    paid: string | null
    due_date: string | null
    currency: string
    file_id: string | null
    seen_at: string | null
    cancelled: boolean | null
    external_id: string | null
    sync_node: string | null
    sync_run: string | null
    synced_at: string | null
    sync_hash: string | null
    created_at: string
    updated_at: string
    goods: unknown | null
    answer: 'agreed' | 'disputed' | null
    answered_at: string | null
    answer_note: string | null
    codes: string | null
  }
  events: {
    id: string
    type: string
    entity: string
    entity_id: string
    company_id: string | null
    data: unknown | null
    internal: boolean | null
    actor_role: string | null
    actor_collection: string | null
    actor_id: string | null
    actor_name: string | null
    request_id: string | null
    created_at: string
    updated_at: string
    site_id: string | null
  }
  exchange_absent: {
    run_id: string
    table_name: string
    external_id: string
  }
  exchange_acks: {
    node_id: string
    entity: string
    seq: string
    at: string
  }
  exchange_applied: {
    node_id: string
    sha256: string
    state: string
    counts: unknown
    applied_at: string
  }
  exchange_changes: {
    id: string
    seq: string | null
    entity: string
    entity_id: string
    event: string | null
    origin: string | null
    created_at: string
    updated_at: string
    ord: string
  }
  exchange_files: {
    id: string
    run_id: string
    name: string
    size: string | null
    path: string | null
    sha256: string | null
    status: 'received' | 'running' | 'done' | 'failed'
    message: string | null
    counts: unknown | null
    created_at: string
    updated_at: string
  }
  exchange_issues: {
    id: string
    run_id: string
    file_id: string | null
    entity: string | null
    external: string | null
    code: string
    message: string | null
    row: unknown | null
    line: string | null
    status: 'open' | 'parked' | 'replayed' | 'expired' | 'resolved'
    created_at: string
    updated_at: string
    params: unknown | null
  }
  exchange_late: {
    table_name: string
    column_name: string
    external_id: string
    wanted: string
  }
  exchange_nodes: {
    id: string
    name: string
    login: string
    secret_hash: string | null
    token_hash: string | null
    active: boolean | null
    zip: boolean | null
    timezone: string | null
    last_seen_at: string | null
    created_at: string
    updated_at: string
    source: string
    same_base_as_id: string | null
  }
  exchange_nodes_entities: {
    order: number
    parent_id: string
    value: 'catalogue' | 'orders' | 'clients' | 'contracts' | 'money' | 'documents' | null
    id: string
  }
  exchange_nodes_texts: {
    id: number
    order: number
    parent_id: string
    path: string
    text: string | null
  }
  exchange_properties: {
    external_id: string
    name: string
    options: unknown
  }
  exchange_refusals: {
    id: string
    node_id: string | null
    address: string
    reason: string
    tries: number
    first_at: string
    last_at: string
  }
  exchange_runs: {
    id: string
    node_id: string | null
    transport: 'commerceml' | 'rest'
    kind: string | null
    status: 'receiving' | 'running' | 'done' | 'partial' | 'failed'
    started_at: string | null
    finished_at: string | null
    rows_read: string | null
    rows_created: string | null
    rows_changed: string | null
    rows_same: string | null
    rows_failed: string | null
    session: string | null
    message: string | null
    counts: unknown | null
    created_at: string
    updated_at: string
    attempt_of_id: string | null
  }
  exchange_sessions: {
    id: string
    node_id: string
    run_id: string | null
    schema_version: string | null
    offered: unknown
    fresh: unknown
    address: string
    created_at: string
    seen_at: string
    secret: string | null
    spool: string
  }
  exchange_settled: {
    run_id: string
    node_id: string
    outcome: string
    files: string | null
    catalogues: string[]
    settled_at: string
  }
  exchange_taken: {
    resource: string
    key: string
    node_id: string
    hash: string
    record_id: string
    record_version: string
  }
  exchange_waiting: {
    issue_id: string
    kind: string
    key: string
  }
  form_drafts: {
    user_id: string
    form_id: string
    typed: unknown
    page: number
    updated_at: string
    expires_at: string
  }
  form_submissions: {
    id: string
    title: string
    form_id: string | null
    user_id: string | null
    company_id: string | null
    created_at: string
    updated_at: string
    version: string | null
    values: unknown | null
  }
  form_submissions_submission_data: {
    _order: number
    _parent_id: string
    id: string
    field: string
    label: string | null
    value: string | null
  }
  form_versions: {
    id: string
    form_id: string
    digest: string
    definition: unknown
    created_at: string
  }
  forms: {
    id: string
    title: string
    slug: string
    intro: string | null
    active: boolean | null
    open: boolean | null
    order: string | null
    submit_button_label: string | null
    confirmation_type: 'message' | 'redirect' | null
    confirmation_message: unknown | null
    redirect_url: string | null
    created_at: string
    updated_at: string
    title_en: string | null
    intro_en: string | null
    submit_en: string | null
    confirmation_en: string | null
  }
  forms_blocks_bank: {
    _order: number
    _parent_id: string
    _path: string
    id: string
    label: string | null
    label_en: string | null
    name: string | null
    required: boolean | null
    when_field: string | null
    when_is: 'equals' | 'oneOf' | 'filled' | 'greater' | null
    when_value: string | null
    block_name: string | null
  }
  forms_blocks_checkbox: {
    _order: number
    _parent_id: string
    _path: string
    id: string
    name: string | null
    label: string | null
    width: string | null
    required: boolean | null
    default_value: boolean | null
    block_name: string | null
    label_en: string | null
    when_field: string | null
    when_is: 'equals' | 'oneOf' | 'filled' | 'greater' | null
    when_value: string | null
  }
  forms_blocks_computed: {
    _order: number
    _parent_id: string
    _path: string
    id: string
    label: string | null
    label_en: string | null
    name: string | null
    by: 'sum' | 'product' | 'columnSum'
    currency: string | null
    of: string
    when_field: string | null
    when_is: 'equals' | 'oneOf' | 'filled' | 'greater' | null
    when_value: string | null
    block_name: string | null
  }
  forms_blocks_date: {
    _order: number
    _parent_id: string
    _path: string
    id: string
    name: string | null
    label: string | null
    width: string | null
    required: boolean | null
    default_value: string | null
    block_name: string | null
    label_en: string | null
    when_field: string | null
    when_is: 'equals' | 'oneOf' | 'filled' | 'greater' | null
    when_value: string | null
  }
  forms_blocks_email: {
    _order: number
    _parent_id: string
    _path: string
    id: string
    name: string | null
    label: string | null
    width: string | null
    required: boolean | null
    block_name: string | null
    label_en: string | null
    when_field: string | null
    when_is: 'equals' | 'oneOf' | 'filled' | 'greater' | null
    when_value: string | null
  }
  forms_blocks_files: {
    _order: number
    _parent_id: string
    _path: string
    id: string
    label: string | null
    label_en: string | null
    name: string | null
    when_field: string | null
    when_is: 'equals' | 'oneOf' | 'filled' | 'greater' | null
    when_value: string | null
    block_name: string | null
  }
  forms_blocks_files_papers: {
    _order: number
    _parent_id: string
    id: string
    label: string | null
    label_en: string | null
    name: string | null
    required: boolean | null
  }
  forms_blocks_inn: {
    _order: number
    _parent_id: string
    _path: string
    id: string
    label: string | null
    label_en: string | null
    name: string | null
    required: boolean | null
    when_field: string | null
    when_is: 'equals' | 'oneOf' | 'filled' | 'greater' | null
    when_value: string | null
    block_name: string | null
  }
  forms_blocks_kpp: {
    _order: number
    _parent_id: string
    _path: string
    id: string
    label: string | null
    label_en: string | null
    name: string | null
    required: boolean | null
    when_field: string | null
    when_is: 'equals' | 'oneOf' | 'filled' | 'greater' | null
    when_value: string | null
    block_name: string | null
  }
  forms_blocks_message: {
    _order: number
    _parent_id: string
    _path: string
    id: string
    message: unknown | null
    block_name: string | null
    message_en: string | null
    when_field: string | null
    when_is: 'equals' | 'oneOf' | 'filled' | 'greater' | null
    when_value: string | null
  }
  forms_blocks_money: {
    _order: number
    _parent_id: string
    _path: string
    id: string
    label: string | null
    label_en: string | null
    name: string | null
    currency: string | null
    required: boolean | null
    when_field: string | null
    when_is: 'equals' | 'oneOf' | 'filled' | 'greater' | null
    when_value: string | null
    block_name: string | null
  }
  forms_blocks_number: {
    _order: number
    _parent_id: string
    _path: string
    id: string
    name: string | null
    label: string | null
    width: string | null
    default_value: string | null
    required: boolean | null
    block_name: string | null
    label_en: string | null
    when_field: string | null
    when_is: 'equals' | 'oneOf' | 'filled' | 'greater' | null
    when_value: string | null
  }
  forms_blocks_ogrn: {
    _order: number
    _parent_id: string
    _path: string
    id: string
    label: string | null
    label_en: string | null
    name: string | null
    required: boolean | null
    when_field: string | null
    when_is: 'equals' | 'oneOf' | 'filled' | 'greater' | null
    when_value: string | null
    block_name: string | null
  }
  forms_blocks_page: {
    _order: number
    _parent_id: string
    _path: string
    id: string
    label: string | null
    label_en: string | null
    when_field: string | null
    when_is: 'equals' | 'oneOf' | 'filled' | 'greater' | null
    when_value: string | null
    block_name: string | null
  }
  forms_blocks_period: {
    _order: number
    _parent_id: string
    _path: string
    id: string
    label: string | null
    label_en: string | null
    name: string | null
    required: boolean | null
    when_field: string | null
    when_is: 'equals' | 'oneOf' | 'filled' | 'greater' | null
    when_value: string | null
    block_name: string | null
  }
  forms_blocks_phone: {
    _order: number
    _parent_id: string
    _path: string
    id: string
    label: string | null
    label_en: string | null
    name: string | null
    required: boolean | null
    when_field: string | null
    when_is: 'equals' | 'oneOf' | 'filled' | 'greater' | null
    when_value: string | null
    block_name: string | null
  }
  forms_blocks_radio: {
    _order: number
    _parent_id: string
    _path: string
    id: string
    name: string | null
    label: string | null
    width: string | null
    default_value: string | null
    required: boolean | null
    block_name: string | null
    label_en: string | null
    when_field: string | null
    when_is: 'equals' | 'oneOf' | 'filled' | 'greater' | null
    when_value: string | null
  }
  forms_blocks_radio_options: {
    _order: number
    _parent_id: string
    id: string
    label: string
    value: string | null
    label_en: string | null
  }
  forms_blocks_record: {
    _order: number
    _parent_id: string
    _path: string
    id: string
    label: string | null
    label_en: string | null
    name: string | null
    source: 'contracts' | 'orders' | 'documents' | 'contacts'
    required: boolean | null
    when_field: string | null
    when_is: 'equals' | 'oneOf' | 'filled' | 'greater' | null
    when_value: string | null
    block_name: string | null
  }
  forms_blocks_rows: {
    _order: number
    _parent_id: string
    _path: string
    id: string
    label: string | null
    label_en: string | null
    name: string | null
    min_rows: string | null
    max_rows: string | null
    required: boolean | null
    when_field: string | null
    when_is: 'equals' | 'oneOf' | 'filled' | 'greater' | null
    when_value: string | null
    block_name: string | null
  }
  forms_blocks_rows_columns: {
    _order: number
    _parent_id: string
    id: string
    label: string | null
    label_en: string | null
    name: string | null
    kind: 'number' | 'money' | 'date' | 'text' | 'email' | 'phone' | 'inn' | 'kpp' | 'ogrn' | 'snils'
    required: boolean | null
    summed: boolean | null
  }
  forms_blocks_select: {
    _order: number
    _parent_id: string
    _path: string
    id: string
    name: string | null
    label: string | null
    width: string | null
    default_value: string | null
    placeholder: string | null
    required: boolean | null
    block_name: string | null
    label_en: string | null
    when_field: string | null
    when_is: 'equals' | 'oneOf' | 'filled' | 'greater' | null
    when_value: string | null
  }
  forms_blocks_select_options: {
    _order: number
    _parent_id: string
    id: string
    label: string
    value: string | null
    label_en: string | null
  }
  forms_blocks_snils: {
    _order: number
    _parent_id: string
    _path: string
    id: string
    label: string | null
    label_en: string | null
    name: string | null
    required: boolean | null
    when_field: string | null
    when_is: 'equals' | 'oneOf' | 'filled' | 'greater' | null
    when_value: string | null
    block_name: string | null
  }
  forms_blocks_text: {
    _order: number
    _parent_id: string
    _path: string
    id: string
    name: string | null
    label: string | null
    width: string | null
    default_value: string | null
    required: boolean | null
    block_name: string | null
    label_en: string | null
    when_field: string | null
    when_is: 'equals' | 'oneOf' | 'filled' | 'greater' | null
    when_value: string | null
  }
  forms_blocks_textarea: {
    _order: number
    _parent_id: string
    _path: string
    id: string
    name: string | null
    label: string | null
    width: string | null
    default_value: string | null
    required: boolean | null
    block_name: string | null
    label_en: string | null
    when_field: string | null
    when_is: 'equals' | 'oneOf' | 'filled' | 'greater' | null
    when_value: string | null
  }
  forms_emails: {
    _order: number
    _parent_id: string
    id: string
    email_to: string
    reply_to: string | null
    subject: string
    message: string
  }
  groups: {
    id: string
    name: string
    slug: string
    parent_id: string | null
    path: string | null
    depth: string | null
    sort: string | null
    active: boolean | null
    external_id: string | null
    sync_node: string | null
    sync_run: string | null
    synced_at: string | null
    sync_hash: string | null
    created_at: string
    updated_at: string
    sync_time: string | null
    hidden_by_hand: boolean | null
    overrides: unknown | null
  }
  idempotency_keys: {
    actor: string
    action: string
    key: string
    body: string
    output: unknown | null
    created_at: string
    withheld: boolean
    rights: string | null
  }
  interactions: {
    id: string
    company_id: string
    kind: 'note' | 'call' | 'meeting'
    at: string
    contact_id: string | null
    body: string
    outcome: string | null
    next_step: string | null
    status: 'kept' | 'planned' | 'due' | 'done'
    remind_at: string | null
    assignee_id: string | null
    author_id: string | null
    created_at: string
    updated_at: string
  }
  ledger_postings: {
    id: string
    transaction_id: string
    account: string
    occurred_at: string
    amount: string
  }
  ledger_transactions: {
    id: string
    kind: string
    external_id: string | null
    occurred_at: string
    currency: string
    memo: unknown
    created_at: string
  }
  list_views: {
    id: string
    name: string
    list: string
    user_id: string
    company_id: string | null
    search: string | null
    look: string | null
    created_at: string
    updated_at: string
  }
  login_sessions: {
    id: string
    user_id: string | null
    staff_id: string | null
    sid: string
    device: string | null
    address: string | null
    last_seen: string | null
    ended_at: string | null
    created_at: string
    updated_at: string
  }
  media: {
    id: string
    alt: string | null
    external_path: string | null
    person_id: string | null
    content_hash: string | null
    created_at: string
    updated_at: string
    url: string | null
    thumbnail_u_r_l: string | null
    filename: string | null
    mime_type: string | null
    filesize: string | null
    width: string | null
    height: string | null
    focal_x: string | null
    focal_y: string | null
    sizes_thumb_url: string | null
    sizes_thumb_width: string | null
    sizes_thumb_height: string | null
    sizes_thumb_mime_type: string | null
    sizes_thumb_filesize: string | null
    sizes_thumb_filename: string | null
    sizes_card_url: string | null
    sizes_card_width: string | null
    sizes_card_height: string | null
    sizes_card_mime_type: string | null
    sizes_card_filesize: string | null
    sizes_card_filename: string | null
    original_name: string | null
  }
  memberships: {
    id: string
    user_id: string
    company_id: string
    portal_role_id: string
    position: string | null
    active: boolean | null
    closed_by: 'portal' | 'erp' | null
    created_at: string
    updated_at: string
    state: 'invited' | 'withdrawn' | 'active' | 'closed' | null
  }
  modules: {
    id: string
    off: unknown | null
    updated_at: string | null
    created_at: string | null
  }
  notifications: {
    id: string
    event_id: string
    key: string
    user_id: string | null
    staff_id: string | null
    company_id: string | null
    title: string
    body: string | null
    link: string | null
    in_feed: boolean | null
    read_at: string | null
    mailed_at: string | null
    created_at: string
    updated_at: string
  }
  number_reservations: {
    id: string
    series: string
    year: number
    value: string
    number: string
    holder: string
    holder_name: string | null
    state: string
    reserved_at: string
    until: string
    entity: string | null
    entity_id: string | null
    closed_at: string | null
    closed_by: string | null
    reason: string | null
  }
  number_series: {
    series: string
    year: number
    last: string
  }
  numbering: {
    id: string
    order_prefix: string | null
    order_digits: string | null
    updated_at: string | null
    created_at: string | null
  }
  order_lines: {
    id: string
    order_id: string
    company_id: string
    position: string
    sku_id: string | null
    product_external_id: string | null
    name: string
    article: string | null
    unit: string | null
    qty: string
    price: string
    discount: string | null
    total: string
    vat_rate: string | null
    shipped_qty: string | null
    warehouse_id: string | null
    available_from: string | null
    created_at: string
    updated_at: string
  }
  orders: {
    id: string
    number: string
    status: 'submitted' | 'confirmed' | 'working' | 'shipped' | 'closed' | 'cancelled'
    company_id: string
    contractor_id: string | null
    contract_id: string | null
    author_id: string | null
    branch_id: string | null
    placed_at: string
    wanted_date: string | null
    planned_date: string | null
    warehouse_id: string | null
    delivery_method: 'pickup' | 'delivery'
    delivery_address: string | null
    payment_method: string
    comment: string | null
    client_reference: string | null
    total: string
    vat: string | null
    paid: string | null
    currency: string
    line_count: string | null
    erp_number: string | null
    erp_date: string | null
    exported_at: string | null
    export_problem: string | null
    split_from_id: string | null
    external_id: string | null
    sync_node: string | null
    sync_run: string | null
    synced_at: string | null
    sync_hash: string | null
    created_at: string
    updated_at: string
    offered_at: string | null
    unsent_since: string | null
    offered_to_id: string | null
    taken_by_id: string | null
    codes: string | null
    last_word: string | null
  }
  payload_kv: {
    id: string
    key: string
    data: unknown
  }
  payload_preferences: {
    id: string
    key: string | null
    value: unknown | null
    updated_at: string
    created_at: string
  }
  payload_preferences_rels: {
    id: number
    order: number | null
    parent_id: string
    path: string
    staff_id: string | null
    users_id: string | null
  }
  person_registrations: {
    id: string
    person: string
    browser: string
    name: string
    phone: string
    company_name: string | null
    inn: string | null
    hash: string
    salt: string
    expires_at: string
    created_at: string
  }
  person_tokens: {
    id: string
    purpose: string
    collection: string
    person: string
    about: string | null
    hash: string
    data: unknown
    expires_at: string
    used_at: string | null
    created_at: string
  }
  portal_roles: {
    id: string
    code: string
    name: string
    external_id: string | null
    sync_node: string | null
    sync_run: string | null
    synced_at: string | null
    sync_hash: string | null
    created_at: string
    updated_at: string
    name_en: string | null
  }
  portal_roles_capabilities: {
    order: number
    parent_id: string
    value: string | null
    id: string
  }
  portal_settings: {
    id: string
    registration_open: boolean | null
    show_stock: 'exact' | 'words' | null
    low_stock: string | null
    overdue_blocks_orders: boolean | null
    contracts_only_for_users: boolean | null
    ships_saturday: boolean | null
    ships_sunday: boolean | null
    shipping_days_off: string | null
    document_retention_days: string | null
    updated_at: string | null
    created_at: string | null
    parked_days: string | null
    remind_days: string | null
    currency: string | null
    front_origins: string | null
  }
  price_types: {
    id: string
    name: string
    currency: string
    vat_included: boolean | null
    base: boolean | null
    retail: boolean | null
    active: boolean | null
    external_id: string | null
    sync_node: string | null
    sync_run: string | null
    synced_at: string | null
    sync_hash: string | null
    created_at: string
    updated_at: string
    sync_time: string | null
    hidden_by_hand: boolean | null
  }
  prices: {
    id: string
    sku_id: string
    price_type_id: string
    price: string
    currency: string
    unit: string | null
    active: boolean | null
    external_id: string | null
    sync_node: string | null
    sync_run: string | null
    synced_at: string | null
    sync_hash: string | null
    created_at: string
    updated_at: string
    sync_time: string | null
    hidden_by_hand: boolean | null
    min_qty: string
    per_qty: string
    max_qty: string | null
  }
  print_files: {
    id: string
    title: string
    kind: string
    entity: string
    entity_id: string
    company_id: string | null
    template_id: string | null
    template_version: string | null
    user_id: string | null
    staff_id: string | null
    author_name: string | null
    sha256: string
    original_name: string | null
    created_at: string
    updated_at: string
    url: string | null
    thumbnail_u_r_l: string | null
    filename: string | null
    mime_type: string | null
    filesize: string | null
    width: string | null
    height: string | null
  }
  print_templates: {
    id: string
    kind: string
    locale: 'ru' | 'en'
    note: string | null
    format: string | null
    version: string | null
    active: boolean | null
    staff_id: string | null
    sha256: string | null
    original_name: string | null
    created_at: string
    updated_at: string
    url: string | null
    thumbnail_u_r_l: string | null
    filename: string | null
    mime_type: string | null
    filesize: string | null
    width: string | null
    height: string | null
  }
  product_facts: {
    product_id: string
    active: boolean
    group_id: string | null
    brand_id: string | null
    name_key: string
    article_key: string
    stock: string
    warehouses: string[]
  }
  product_prices: {
    price_type_id: string
    product_id: string
    price: string
  }
  product_search: {
    product_id: string
    document: string
    source: string | null
  }
  products: {
    id: string
    name: string
    article: string | null
    slug: string
    group_id: string | null
    brand_id: string | null
    unit: string | null
    vat_rate: string | null
    barcode: string | null
    description: string | null
    properties: unknown | null
    weight: string | null
    pack_size: string | null
    active: boolean | null
    external_id: string | null
    sync_node: string | null
    sync_run: string | null
    synced_at: string | null
    sync_hash: string | null
    meta_title: string | null
    meta_description: string | null
    created_at: string
    updated_at: string
    sync_time: string | null
    property_refs: unknown | null
    hidden_by_hand: boolean | null
    overrides: unknown | null
  }
  products_rels: {
    id: number
    order: number | null
    parent_id: string
    path: string
    media_id: string | null
  }
  schedule_lines: {
    id: string
    contract_id: string
    company_id: string
    due_date: string
    amount: string
    paid: string | null
    currency: string
    note: string | null
    external_id: string | null
    sync_node: string | null
    sync_run: string | null
    synced_at: string | null
    sync_hash: string | null
    created_at: string
    updated_at: string
  }
  search_words: {
    word: string
    uses: number
    sound: string | null
  }
  sites: {
    id: string
    name: string
    is_default: boolean | null
    hue: string | null
    logo_id: string | null
    price_type_id: string | null
    phone: string | null
    email: string | null
    created_at: string
    updated_at: string
  }
  sites_texts: {
    id: number
    order: number
    parent_id: string
    path: string
    text: string | null
  }
  skus: {
    id: string
    product_id: string
    name: string
    article: string | null
    characteristics: unknown | null
    barcode: string | null
    unit: string | null
    active: boolean | null
    external_id: string | null
    sync_node: string | null
    sync_run: string | null
    synced_at: string | null
    sync_hash: string | null
    created_at: string
    updated_at: string
    sync_time: string | null
    hidden_by_hand: boolean | null
  }
  staff: {
    id: string
    name: string
    role: 'admin' | 'editor' | 'manager' | 'head' | 'accountant'
    head_id: string | null
    phone: string | null
    photo_id: string | null
    working_hours: string | null
    is_default_manager: boolean | null
    active: boolean | null
    locale: 'ru' | 'en' | null
    created_at: string
    updated_at: string
    email: string
    reset_password_token: string | null
    reset_password_expiration: string | null
    salt: string | null
    hash: string | null
    reset_password_requested_at: string | null
    position: string | null
  }
  staff_rels: {
    id: number
    order: number | null
    parent_id: string
    path: string
    branches_id: string | null
  }
  staff_sessions: {
    _order: number
    _parent_id: string
    id: string
    created_at: string | null
    expires_at: string
  }
  statement_lines: {
    external_id: string
    account_id: string
    version: number
    hash: string
    removed: boolean
    sync_node: string | null
    synced_at: string
  }
  stocks: {
    id: string
    sku_id: string
    warehouse_id: string | null
    qty: string
    expected_qty: string | null
    expected_at: string | null
    external_id: string | null
    sync_node: string | null
    sync_run: string | null
    synced_at: string | null
    sync_hash: string | null
    created_at: string
    updated_at: string
    sync_time: string | null
  }
  throttles: {
    key: string
    count: number
    resets_at: string
  }
  units: {
    id: string
    code: string
    name: string
    full_name: string | null
    created_at: string
    updated_at: string
  }
  users: {
    id: string
    name: string
    kind: 'client' | 'partner' | 'employee'
    phone: string | null
    photo_id: string | null
    company_id: string | null
    locale: 'ru' | 'en' | null
    timezone: string | null
    mail_notifications: boolean | null
    active: boolean | null
    closed_by: 'portal' | 'erp' | null
    last_login_at: string | null
    created_at: string
    updated_at: string
    email: string
    reset_password_token: string | null
    reset_password_expiration: string | null
    salt: string | null
    hash: string | null
    reset_password_requested_at: string | null
    _verified: boolean | null
    _verificationtoken: string | null
  }
  users_sessions: {
    _order: number
    _parent_id: string
    id: string
    created_at: string | null
    expires_at: string
  }
  warehouses: {
    id: string
    name: string
    address: string | null
    branch_id: string | null
    pickup: boolean | null
    active: boolean | null
    external_id: string | null
    sync_node: string | null
    sync_run: string | null
    synced_at: string | null
    sync_hash: string | null
    created_at: string
    updated_at: string
    sync_time: string | null
    hidden_by_hand: boolean | null
  }
}

export type TableName = keyof Tables
