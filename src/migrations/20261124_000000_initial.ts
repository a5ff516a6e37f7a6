import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_orders_status" AS ENUM('submitted', 'confirmed', 'working', 'shipped', 'closed', 'cancelled');
  CREATE TYPE "public"."enum_orders_delivery_method" AS ENUM('pickup', 'delivery');
  CREATE TYPE "public"."enum_orders_payment_method" AS ENUM('invoice', 'credit');
  CREATE TYPE "public"."enum_companies_status" AS ENUM('new', 'active', 'suspended', 'archived');
  CREATE TYPE "public"."enum_contractors_kind" AS ENUM('legal', 'entrepreneur', 'person');
  CREATE TYPE "public"."enum_contracts_kind" AS ENUM('main', 'addendum');
  CREATE TYPE "public"."enum_contracts_status" AS ENUM('draft', 'signing', 'active', 'suspended', 'expired', 'terminated');
  CREATE TYPE "public"."enum_documents_kind" AS ENUM('invoice', 'waybill', 'act', 'upd', 'vatInvoice', 'reconciliation', 'payment', 'other');
  CREATE TYPE "public"."enum_document_requests_kind" AS ENUM('copy', 'original', 'reconciliation', 'closing');
  CREATE TYPE "public"."enum_document_requests_status" AS ENUM('waiting', 'leased', 'done', 'notFound', 'denied');
  CREATE TYPE "public"."enum_staff_role" AS ENUM('admin', 'editor', 'manager', 'head', 'accountant');
  CREATE TYPE "public"."enum_staff_locale" AS ENUM('ru', 'en');
  CREATE TYPE "public"."enum_users_kind" AS ENUM('client', 'partner', 'employee');
  CREATE TYPE "public"."enum_users_locale" AS ENUM('ru', 'en');
  CREATE TYPE "public"."enum_users_closed_by" AS ENUM('portal', 'erp');
  CREATE TYPE "public"."enum_portal_roles_capabilities" AS ENUM('orders.read', 'orders.create', 'contracts.read', 'documents.read', 'balance.read', 'company.read', 'company.manage');
  CREATE TYPE "public"."enum_memberships_closed_by" AS ENUM('portal', 'erp');
  CREATE TYPE "public"."enum_exchange_nodes_entities" AS ENUM('catalogue', 'orders', 'clients', 'contracts', 'money', 'documents');
  CREATE TYPE "public"."enum_exchange_runs_transport" AS ENUM('commerceml', 'rest');
  CREATE TYPE "public"."enum_exchange_runs_status" AS ENUM('receiving', 'running', 'done', 'partial', 'failed');
  CREATE TYPE "public"."enum_exchange_files_status" AS ENUM('received', 'running', 'done', 'failed');
  CREATE TYPE "public"."enum_exchange_issues_status" AS ENUM('open', 'parked', 'replayed', 'resolved');
  CREATE TYPE "public"."enum_forms_confirmation_type" AS ENUM('message', 'redirect');
  CREATE TYPE "public"."enum_portal_settings_show_stock" AS ENUM('exact', 'words');
  CREATE TABLE "orders" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"number" varchar NOT NULL,
  	"status" "enum_orders_status" DEFAULT 'submitted' NOT NULL,
  	"company_id" uuid NOT NULL,
  	"contractor_id" uuid,
  	"contract_id" uuid,
  	"author_id" uuid,
  	"branch_id" uuid,
  	"placed_at" timestamp(3) with time zone NOT NULL,
  	"wanted_date" timestamp(3) with time zone,
  	"planned_date" timestamp(3) with time zone,
  	"warehouse_id" uuid,
  	"delivery_method" "enum_orders_delivery_method" DEFAULT 'pickup' NOT NULL,
  	"delivery_address" varchar,
  	"payment_method" "enum_orders_payment_method" DEFAULT 'invoice' NOT NULL,
  	"comment" varchar,
  	"client_reference" varchar,
  	"total" numeric DEFAULT 0 NOT NULL,
  	"vat" numeric DEFAULT 0,
  	"paid" numeric DEFAULT 0,
  	"currency" varchar DEFAULT 'RUB' NOT NULL,
  	"line_count" numeric DEFAULT 0,
  	"erp_number" varchar,
  	"erp_date" timestamp(3) with time zone,
  	"exported_at" timestamp(3) with time zone,
  	"export_problem" varchar,
  	"split_from_id" uuid,
  	"external_id" varchar,
  	"sync_node" varchar,
  	"sync_run" varchar,
  	"synced_at" timestamp(3) with time zone,
  	"sync_hash" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "order_lines" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"order_id" uuid NOT NULL,
  	"company_id" uuid NOT NULL,
  	"position" numeric NOT NULL,
  	"sku_id" uuid,
  	"product_external_id" varchar,
  	"name" varchar NOT NULL,
  	"article" varchar,
  	"unit" varchar,
  	"qty" numeric NOT NULL,
  	"price" numeric NOT NULL,
  	"discount" numeric DEFAULT 0,
  	"total" numeric NOT NULL,
  	"vat_rate" numeric,
  	"shipped_qty" numeric DEFAULT 0,
  	"warehouse_id" uuid,
  	"available_from" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "carts" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"user_id" uuid NOT NULL,
  	"company_id" uuid NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "cart_lines" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"cart_id" uuid NOT NULL,
  	"user_id" uuid NOT NULL,
  	"sku_id" uuid NOT NULL,
  	"qty" numeric NOT NULL,
  	"price_seen" numeric,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "branches" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"address" varchar,
  	"phone" varchar,
  	"email" varchar,
  	"active" boolean DEFAULT true,
  	"external_id" varchar,
  	"sync_node" varchar,
  	"sync_run" varchar,
  	"synced_at" timestamp(3) with time zone,
  	"sync_hash" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "companies" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"legal_name" varchar,
  	"inn" varchar,
  	"kpp" varchar,
  	"status" "enum_companies_status" DEFAULT 'active' NOT NULL,
  	"manager_id" uuid,
  	"partner_id" uuid,
  	"price_type_id" uuid,
  	"phone" varchar,
  	"email" varchar,
  	"address" varchar,
  	"currency" varchar DEFAULT 'RUB' NOT NULL,
  	"credit_limit" numeric DEFAULT 0,
  	"debt" numeric DEFAULT 0,
  	"overdue" numeric DEFAULT 0,
  	"balance" numeric DEFAULT 0,
  	"finance_at" timestamp(3) with time zone,
  	"external_id" varchar,
  	"sync_node" varchar,
  	"sync_run" varchar,
  	"synced_at" timestamp(3) with time zone,
  	"sync_hash" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "companies_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"branches_id" uuid
  );
  
  CREATE TABLE "contractors" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"company_id" uuid NOT NULL,
  	"kind" "enum_contractors_kind" DEFAULT 'legal' NOT NULL,
  	"name" varchar NOT NULL,
  	"legal_name" varchar,
  	"inn" varchar,
  	"kpp" varchar,
  	"ogrn" varchar,
  	"legal_address" varchar,
  	"postal_address" varchar,
  	"bank_name" varchar,
  	"bik" varchar,
  	"account" varchar,
  	"corr_account" varchar,
  	"active" boolean DEFAULT true,
  	"external_id" varchar,
  	"sync_node" varchar,
  	"sync_run" varchar,
  	"synced_at" timestamp(3) with time zone,
  	"sync_hash" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "contacts" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"company_id" uuid NOT NULL,
  	"name" varchar NOT NULL,
  	"position" varchar,
  	"email" varchar,
  	"phone" varchar,
  	"portal_role_id" uuid,
  	"portal_access" boolean DEFAULT false,
  	"user_id" uuid,
  	"external_id" varchar,
  	"sync_node" varchar,
  	"sync_run" varchar,
  	"synced_at" timestamp(3) with time zone,
  	"sync_hash" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "contracts" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"number" varchar NOT NULL,
  	"date" timestamp(3) with time zone NOT NULL,
  	"name" varchar,
  	"company_id" uuid NOT NULL,
  	"contractor_id" uuid,
  	"kind" "enum_contracts_kind" DEFAULT 'main' NOT NULL,
  	"parent_id" uuid,
  	"status" "enum_contracts_status" DEFAULT 'active' NOT NULL,
  	"valid_until" timestamp(3) with time zone,
  	"currency" varchar DEFAULT 'RUB' NOT NULL,
  	"amount" numeric DEFAULT 0,
  	"credit_limit" numeric DEFAULT 0,
  	"credit_days" numeric DEFAULT 0,
  	"debt" numeric DEFAULT 0,
  	"overdue" numeric DEFAULT 0,
  	"finance_at" timestamp(3) with time zone,
  	"price_type_id" uuid,
  	"file_id" uuid,
  	"external_id" varchar,
  	"sync_node" varchar,
  	"sync_run" varchar,
  	"synced_at" timestamp(3) with time zone,
  	"sync_hash" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "schedule_lines" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"contract_id" uuid NOT NULL,
  	"company_id" uuid NOT NULL,
  	"due_date" timestamp(3) with time zone NOT NULL,
  	"amount" numeric NOT NULL,
  	"paid" numeric DEFAULT 0,
  	"currency" varchar DEFAULT 'RUB' NOT NULL,
  	"note" varchar,
  	"external_id" varchar,
  	"sync_node" varchar,
  	"sync_run" varchar,
  	"synced_at" timestamp(3) with time zone,
  	"sync_hash" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "accounts" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"number" varchar,
  	"company_id" uuid NOT NULL,
  	"contract_id" uuid,
  	"currency" varchar DEFAULT 'RUB' NOT NULL,
  	"balance" numeric DEFAULT 0,
  	"balance_at" timestamp(3) with time zone,
  	"external_id" varchar,
  	"sync_node" varchar,
  	"sync_run" varchar,
  	"synced_at" timestamp(3) with time zone,
  	"sync_hash" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "documents" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"kind" "enum_documents_kind" NOT NULL,
  	"number" varchar NOT NULL,
  	"date" timestamp(3) with time zone NOT NULL,
  	"company_id" uuid NOT NULL,
  	"contractor_id" uuid,
  	"order_id" uuid,
  	"contract_id" uuid,
  	"total" numeric DEFAULT 0,
  	"paid" numeric DEFAULT 0,
  	"due_date" timestamp(3) with time zone,
  	"currency" varchar DEFAULT 'RUB' NOT NULL,
  	"file_id" uuid,
  	"seen_at" timestamp(3) with time zone,
  	"cancelled" boolean DEFAULT false,
  	"external_id" varchar,
  	"sync_node" varchar,
  	"sync_run" varchar,
  	"synced_at" timestamp(3) with time zone,
  	"sync_hash" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "document_files" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar,
  	"company_id" uuid,
  	"uploader_id" uuid,
  	"sha256" varchar,
  	"internal" boolean DEFAULT false,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric
  );
  
  CREATE TABLE "document_requests" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"kind" "enum_document_requests_kind" NOT NULL,
  	"company_id" uuid NOT NULL,
  	"contractor_id" uuid,
  	"document_id" uuid,
  	"author_id" uuid,
  	"period_from" timestamp(3) with time zone,
  	"period_to" timestamp(3) with time zone,
  	"status" "enum_document_requests_status" DEFAULT 'waiting' NOT NULL,
  	"leased_until" timestamp(3) with time zone,
  	"leased_by" varchar,
  	"attempts" numeric DEFAULT 0,
  	"finished_at" timestamp(3) with time zone,
  	"comment" varchar,
  	"reason" varchar,
  	"result_id" uuid,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "groups" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"slug" varchar NOT NULL,
  	"parent_id" uuid,
  	"path" varchar,
  	"depth" numeric DEFAULT 0,
  	"sort" numeric DEFAULT 0,
  	"active" boolean DEFAULT true,
  	"external_id" varchar,
  	"sync_node" varchar,
  	"sync_run" varchar,
  	"synced_at" timestamp(3) with time zone,
  	"sync_hash" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "brands" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"slug" varchar NOT NULL,
  	"active" boolean DEFAULT true,
  	"external_id" varchar,
  	"sync_node" varchar,
  	"sync_run" varchar,
  	"synced_at" timestamp(3) with time zone,
  	"sync_hash" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "units" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"code" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"full_name" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "products" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"article" varchar,
  	"slug" varchar NOT NULL,
  	"group_id" uuid,
  	"brand_id" uuid,
  	"unit" varchar DEFAULT 'шт',
  	"vat_rate" numeric,
  	"barcode" varchar,
  	"description" varchar,
  	"properties" jsonb,
  	"weight" numeric,
  	"pack_size" numeric,
  	"active" boolean DEFAULT true,
  	"external_id" varchar,
  	"sync_node" varchar,
  	"sync_run" varchar,
  	"synced_at" timestamp(3) with time zone,
  	"sync_hash" varchar,
  	"meta_title" varchar,
  	"meta_description" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "products_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"media_id" uuid
  );
  
  CREATE TABLE "skus" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"product_id" uuid NOT NULL,
  	"name" varchar NOT NULL,
  	"article" varchar,
  	"characteristics" jsonb,
  	"barcode" varchar,
  	"unit" varchar,
  	"active" boolean DEFAULT true,
  	"external_id" varchar,
  	"sync_node" varchar,
  	"sync_run" varchar,
  	"synced_at" timestamp(3) with time zone,
  	"sync_hash" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "price_types" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"currency" varchar DEFAULT 'RUB' NOT NULL,
  	"vat_included" boolean DEFAULT true,
  	"base" boolean DEFAULT false,
  	"retail" boolean DEFAULT false,
  	"active" boolean DEFAULT true,
  	"external_id" varchar,
  	"sync_node" varchar,
  	"sync_run" varchar,
  	"synced_at" timestamp(3) with time zone,
  	"sync_hash" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "prices" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"sku_id" uuid NOT NULL,
  	"price_type_id" uuid NOT NULL,
  	"price" numeric NOT NULL,
  	"currency" varchar DEFAULT 'RUB' NOT NULL,
  	"unit" varchar,
  	"active" boolean DEFAULT true,
  	"external_id" varchar,
  	"sync_node" varchar,
  	"sync_run" varchar,
  	"synced_at" timestamp(3) with time zone,
  	"sync_hash" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "warehouses" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"address" varchar,
  	"branch_id" uuid,
  	"pickup" boolean DEFAULT true,
  	"active" boolean DEFAULT true,
  	"external_id" varchar,
  	"sync_node" varchar,
  	"sync_run" varchar,
  	"synced_at" timestamp(3) with time zone,
  	"sync_hash" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "stocks" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"sku_id" uuid NOT NULL,
  	"warehouse_id" uuid,
  	"qty" numeric DEFAULT 0 NOT NULL,
  	"expected_qty" numeric,
  	"expected_at" timestamp(3) with time zone,
  	"external_id" varchar,
  	"sync_node" varchar,
  	"sync_run" varchar,
  	"synced_at" timestamp(3) with time zone,
  	"sync_hash" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "comments" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"entity" varchar NOT NULL,
  	"entity_id" varchar NOT NULL,
  	"company_id" uuid,
  	"body" varchar NOT NULL,
  	"internal" boolean DEFAULT false,
  	"user_id" uuid,
  	"staff_id" uuid,
  	"author_name" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "comments_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"document_files_id" uuid
  );
  
  CREATE TABLE "notifications" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"event_id" uuid NOT NULL,
  	"key" varchar NOT NULL,
  	"user_id" uuid,
  	"staff_id" uuid,
  	"company_id" uuid,
  	"title" varchar NOT NULL,
  	"body" varchar,
  	"link" varchar,
  	"in_feed" boolean DEFAULT true,
  	"read_at" timestamp(3) with time zone,
  	"mailed_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "events" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"type" varchar NOT NULL,
  	"entity" varchar NOT NULL,
  	"entity_id" varchar NOT NULL,
  	"company_id" uuid,
  	"data" jsonb,
  	"internal" boolean DEFAULT false,
  	"actor_role" varchar,
  	"actor_collection" varchar,
  	"actor_id" varchar,
  	"actor_name" varchar,
  	"request_id" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "staff_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "staff" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"role" "enum_staff_role" DEFAULT 'manager' NOT NULL,
  	"head_id" uuid,
  	"phone" varchar,
  	"photo_id" uuid,
  	"working_hours" varchar,
  	"is_default_manager" boolean DEFAULT false,
  	"active" boolean DEFAULT true,
  	"locale" "enum_staff_locale" DEFAULT 'ru',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "staff_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"branches_id" uuid
  );
  
  CREATE TABLE "users_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"kind" "enum_users_kind" DEFAULT 'client' NOT NULL,
  	"phone" varchar,
  	"photo_id" uuid,
  	"company_id" uuid,
  	"locale" "enum_users_locale" DEFAULT 'ru',
  	"timezone" varchar DEFAULT 'Europe/Moscow',
  	"mail_notifications" boolean DEFAULT true,
  	"active" boolean DEFAULT true,
  	"closed_by" "enum_users_closed_by",
  	"last_login_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone,
  	"_verified" boolean,
  	"_verificationtoken" varchar
  );
  
  CREATE TABLE "portal_roles_capabilities" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_portal_roles_capabilities",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "portal_roles" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"code" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"external_id" varchar,
  	"sync_node" varchar,
  	"sync_run" varchar,
  	"synced_at" timestamp(3) with time zone,
  	"sync_hash" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "memberships" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"user_id" uuid NOT NULL,
  	"company_id" uuid NOT NULL,
  	"portal_role_id" uuid NOT NULL,
  	"position" varchar,
  	"active" boolean DEFAULT true,
  	"closed_by" "enum_memberships_closed_by",
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "login_sessions" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"user_id" uuid,
  	"staff_id" uuid,
  	"sid" varchar NOT NULL,
  	"device" varchar,
  	"address" varchar,
  	"last_seen" timestamp(3) with time zone,
  	"ended_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "exchange_nodes_entities" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_exchange_nodes_entities",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "exchange_nodes" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"login" varchar NOT NULL,
  	"secret_hash" varchar,
  	"token_hash" varchar,
  	"active" boolean DEFAULT true,
  	"zip" boolean DEFAULT true,
  	"timezone" varchar DEFAULT 'Europe/Moscow',
  	"last_seen_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "exchange_nodes_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "exchange_runs" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"node_id" uuid,
  	"transport" "enum_exchange_runs_transport" NOT NULL,
  	"kind" varchar,
  	"status" "enum_exchange_runs_status" DEFAULT 'running' NOT NULL,
  	"started_at" timestamp(3) with time zone,
  	"finished_at" timestamp(3) with time zone,
  	"rows_read" numeric DEFAULT 0,
  	"rows_created" numeric DEFAULT 0,
  	"rows_changed" numeric DEFAULT 0,
  	"rows_same" numeric DEFAULT 0,
  	"rows_failed" numeric DEFAULT 0,
  	"session" varchar,
  	"message" varchar,
  	"counts" jsonb,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "exchange_files" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"run_id" uuid NOT NULL,
  	"name" varchar NOT NULL,
  	"size" numeric DEFAULT 0,
  	"path" varchar,
  	"sha256" varchar,
  	"status" "enum_exchange_files_status" DEFAULT 'received' NOT NULL,
  	"message" varchar,
  	"counts" jsonb,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "exchange_issues" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"run_id" uuid NOT NULL,
  	"file_id" uuid,
  	"entity" varchar,
  	"external" varchar,
  	"code" varchar NOT NULL,
  	"message" varchar,
  	"row" jsonb,
  	"line" numeric,
  	"status" "enum_exchange_issues_status" DEFAULT 'open' NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "exchange_changes" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"seq" numeric,
  	"entity" varchar NOT NULL,
  	"entity_id" varchar NOT NULL,
  	"event" varchar,
  	"origin" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "sites" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"is_default" boolean DEFAULT false,
  	"hue" numeric DEFAULT 262,
  	"logo_id" uuid,
  	"price_type_id" uuid,
  	"phone" varchar,
  	"email" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "sites_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "media" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"alt" varchar,
  	"external_path" varchar,
  	"person_id" uuid,
  	"content_hash" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric,
  	"focal_x" numeric,
  	"focal_y" numeric,
  	"sizes_thumb_url" varchar,
  	"sizes_thumb_width" numeric,
  	"sizes_thumb_height" numeric,
  	"sizes_thumb_mime_type" varchar,
  	"sizes_thumb_filesize" numeric,
  	"sizes_thumb_filename" varchar,
  	"sizes_card_url" varchar,
  	"sizes_card_width" numeric,
  	"sizes_card_height" numeric,
  	"sizes_card_mime_type" varchar,
  	"sizes_card_filesize" numeric,
  	"sizes_card_filename" varchar
  );
  
  CREATE TABLE "audit" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"action" varchar NOT NULL,
  	"actor_role" varchar,
  	"actor_collection" varchar,
  	"actor_id" varchar,
  	"actor_name" varchar,
  	"entity" varchar,
  	"entity_id" varchar,
  	"address" varchar,
  	"request_id" varchar,
  	"changes" jsonb,
  	"note" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "forms_blocks_checkbox" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"label" varchar,
  	"width" numeric,
  	"required" boolean,
  	"default_value" boolean,
  	"block_name" varchar
  );
  
  CREATE TABLE "forms_blocks_email" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"label" varchar,
  	"width" numeric,
  	"required" boolean,
  	"block_name" varchar
  );
  
  CREATE TABLE "forms_blocks_message" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"message" jsonb,
  	"block_name" varchar
  );
  
  CREATE TABLE "forms_blocks_number" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"label" varchar,
  	"width" numeric,
  	"default_value" numeric,
  	"required" boolean,
  	"block_name" varchar
  );
  
  CREATE TABLE "forms_blocks_select_options" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar NOT NULL,
  	"value" varchar NOT NULL
  );
  
  CREATE TABLE "forms_blocks_select" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"label" varchar,
  	"width" numeric,
  	"default_value" varchar,
  	"placeholder" varchar,
  	"required" boolean,
  	"block_name" varchar
  );
  
  CREATE TABLE "forms_blocks_text" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"label" varchar,
  	"width" numeric,
  	"default_value" varchar,
  	"required" boolean,
  	"block_name" varchar
  );
  
  CREATE TABLE "forms_blocks_textarea" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"label" varchar,
  	"width" numeric,
  	"default_value" varchar,
  	"required" boolean,
  	"block_name" varchar
  );
  
  CREATE TABLE "forms_blocks_date" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"label" varchar,
  	"width" numeric,
  	"required" boolean,
  	"default_value" timestamp(3) with time zone,
  	"block_name" varchar
  );
  
  CREATE TABLE "forms_blocks_radio_options" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar NOT NULL,
  	"value" varchar NOT NULL
  );
  
  CREATE TABLE "forms_blocks_radio" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"label" varchar,
  	"width" numeric,
  	"default_value" varchar,
  	"required" boolean,
  	"block_name" varchar
  );
  
  CREATE TABLE "forms_emails" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"email_to" varchar NOT NULL,
  	"reply_to" varchar,
  	"subject" varchar NOT NULL,
  	"message" varchar NOT NULL
  );
  
  CREATE TABLE "forms" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar NOT NULL,
  	"slug" varchar NOT NULL,
  	"intro" varchar,
  	"active" boolean DEFAULT true,
  	"open" boolean DEFAULT false,
  	"order" numeric DEFAULT 0,
  	"submit_button_label" varchar,
  	"confirmation_type" "enum_forms_confirmation_type" DEFAULT 'message',
  	"confirmation_message" jsonb,
  	"redirect_url" varchar,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "form_submissions_submission_data" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"field" varchar NOT NULL,
  	"label" varchar,
  	"value" varchar
  );
  
  CREATE TABLE "form_submissions" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar NOT NULL,
  	"form_id" uuid,
  	"user_id" uuid,
  	"company_id" uuid,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_kv" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"staff_id" uuid,
  	"users_id" uuid
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "company_details" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar,
  	"legal_name" varchar,
  	"inn" varchar,
  	"kpp" varchar,
  	"ogrn" varchar,
  	"address" varchar,
  	"phone" varchar,
  	"email" varchar,
  	"bank_name" varchar,
  	"bik" varchar,
  	"account" varchar,
  	"corr_account" varchar,
  	"director" varchar,
  	"accountant" varchar,
  	"vat_payer" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "modules" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"off" jsonb DEFAULT '[]'::jsonb,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "numbering" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"order_prefix" varchar DEFAULT 'К-',
  	"order_digits" numeric DEFAULT 6,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "portal_settings" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"registration_open" boolean DEFAULT true,
  	"show_stock" "enum_portal_settings_show_stock" DEFAULT 'exact',
  	"low_stock" numeric DEFAULT 200000,
  	"overdue_blocks_orders" boolean DEFAULT true,
  	"contracts_only_for_users" boolean DEFAULT true,
  	"ships_saturday" boolean DEFAULT false,
  	"ships_sunday" boolean DEFAULT false,
  	"shipping_days_off" varchar,
  	"document_retention_days" numeric DEFAULT 90,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  ALTER TABLE "orders" ADD CONSTRAINT "orders_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_contractor_id_contractors_id_fk" FOREIGN KEY ("contractor_id") REFERENCES "public"."contractors"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_split_from_id_orders_id_fk" FOREIGN KEY ("split_from_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "public"."skus"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "carts" ADD CONSTRAINT "carts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "carts" ADD CONSTRAINT "carts_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "cart_lines" ADD CONSTRAINT "cart_lines_cart_id_carts_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."carts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "cart_lines" ADD CONSTRAINT "cart_lines_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "cart_lines" ADD CONSTRAINT "cart_lines_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "public"."skus"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "companies" ADD CONSTRAINT "companies_manager_id_staff_id_fk" FOREIGN KEY ("manager_id") REFERENCES "public"."staff"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "companies" ADD CONSTRAINT "companies_partner_id_companies_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."companies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "companies" ADD CONSTRAINT "companies_price_type_id_price_types_id_fk" FOREIGN KEY ("price_type_id") REFERENCES "public"."price_types"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "companies_rels" ADD CONSTRAINT "companies_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "companies_rels" ADD CONSTRAINT "companies_rels_branches_fk" FOREIGN KEY ("branches_id") REFERENCES "public"."branches"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "contractors" ADD CONSTRAINT "contractors_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "contacts" ADD CONSTRAINT "contacts_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "contacts" ADD CONSTRAINT "contacts_portal_role_id_portal_roles_id_fk" FOREIGN KEY ("portal_role_id") REFERENCES "public"."portal_roles"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "contacts" ADD CONSTRAINT "contacts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "contracts" ADD CONSTRAINT "contracts_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "contracts" ADD CONSTRAINT "contracts_contractor_id_contractors_id_fk" FOREIGN KEY ("contractor_id") REFERENCES "public"."contractors"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "contracts" ADD CONSTRAINT "contracts_parent_id_contracts_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."contracts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "contracts" ADD CONSTRAINT "contracts_price_type_id_price_types_id_fk" FOREIGN KEY ("price_type_id") REFERENCES "public"."price_types"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "contracts" ADD CONSTRAINT "contracts_file_id_document_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."document_files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "schedule_lines" ADD CONSTRAINT "schedule_lines_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "schedule_lines" ADD CONSTRAINT "schedule_lines_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "accounts" ADD CONSTRAINT "accounts_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "accounts" ADD CONSTRAINT "accounts_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "documents" ADD CONSTRAINT "documents_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "documents" ADD CONSTRAINT "documents_contractor_id_contractors_id_fk" FOREIGN KEY ("contractor_id") REFERENCES "public"."contractors"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "documents" ADD CONSTRAINT "documents_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "documents" ADD CONSTRAINT "documents_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "documents" ADD CONSTRAINT "documents_file_id_document_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."document_files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "document_files" ADD CONSTRAINT "document_files_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "document_files" ADD CONSTRAINT "document_files_uploader_id_users_id_fk" FOREIGN KEY ("uploader_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "document_requests" ADD CONSTRAINT "document_requests_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "document_requests" ADD CONSTRAINT "document_requests_contractor_id_contractors_id_fk" FOREIGN KEY ("contractor_id") REFERENCES "public"."contractors"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "document_requests" ADD CONSTRAINT "document_requests_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "document_requests" ADD CONSTRAINT "document_requests_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "document_requests" ADD CONSTRAINT "document_requests_result_id_documents_id_fk" FOREIGN KEY ("result_id") REFERENCES "public"."documents"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "groups" ADD CONSTRAINT "groups_parent_id_groups_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."groups"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "products" ADD CONSTRAINT "products_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "products" ADD CONSTRAINT "products_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "products_rels" ADD CONSTRAINT "products_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "products_rels" ADD CONSTRAINT "products_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "skus" ADD CONSTRAINT "skus_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "prices" ADD CONSTRAINT "prices_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "public"."skus"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "prices" ADD CONSTRAINT "prices_price_type_id_price_types_id_fk" FOREIGN KEY ("price_type_id") REFERENCES "public"."price_types"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "warehouses" ADD CONSTRAINT "warehouses_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "public"."branches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stocks" ADD CONSTRAINT "stocks_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "public"."skus"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "stocks" ADD CONSTRAINT "stocks_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "comments" ADD CONSTRAINT "comments_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "comments" ADD CONSTRAINT "comments_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "comments" ADD CONSTRAINT "comments_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "comments_rels" ADD CONSTRAINT "comments_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "comments_rels" ADD CONSTRAINT "comments_rels_document_files_fk" FOREIGN KEY ("document_files_id") REFERENCES "public"."document_files"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "notifications" ADD CONSTRAINT "notifications_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notifications" ADD CONSTRAINT "notifications_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notifications" ADD CONSTRAINT "notifications_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "events" ADD CONSTRAINT "events_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "staff_sessions" ADD CONSTRAINT "staff_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "staff" ADD CONSTRAINT "staff_head_id_staff_id_fk" FOREIGN KEY ("head_id") REFERENCES "public"."staff"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "staff" ADD CONSTRAINT "staff_photo_id_media_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "staff_rels" ADD CONSTRAINT "staff_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "staff_rels" ADD CONSTRAINT "staff_rels_branches_fk" FOREIGN KEY ("branches_id") REFERENCES "public"."branches"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_sessions" ADD CONSTRAINT "users_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users" ADD CONSTRAINT "users_photo_id_media_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "users" ADD CONSTRAINT "users_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "portal_roles_capabilities" ADD CONSTRAINT "portal_roles_capabilities_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."portal_roles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "memberships" ADD CONSTRAINT "memberships_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "memberships" ADD CONSTRAINT "memberships_portal_role_id_portal_roles_id_fk" FOREIGN KEY ("portal_role_id") REFERENCES "public"."portal_roles"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "login_sessions" ADD CONSTRAINT "login_sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "login_sessions" ADD CONSTRAINT "login_sessions_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "exchange_nodes_entities" ADD CONSTRAINT "exchange_nodes_entities_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."exchange_nodes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "exchange_nodes_texts" ADD CONSTRAINT "exchange_nodes_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."exchange_nodes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "exchange_runs" ADD CONSTRAINT "exchange_runs_node_id_exchange_nodes_id_fk" FOREIGN KEY ("node_id") REFERENCES "public"."exchange_nodes"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "exchange_files" ADD CONSTRAINT "exchange_files_run_id_exchange_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."exchange_runs"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "exchange_issues" ADD CONSTRAINT "exchange_issues_run_id_exchange_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."exchange_runs"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "exchange_issues" ADD CONSTRAINT "exchange_issues_file_id_exchange_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."exchange_files"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sites" ADD CONSTRAINT "sites_logo_id_media_id_fk" FOREIGN KEY ("logo_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sites" ADD CONSTRAINT "sites_price_type_id_price_types_id_fk" FOREIGN KEY ("price_type_id") REFERENCES "public"."price_types"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sites_texts" ADD CONSTRAINT "sites_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "media" ADD CONSTRAINT "media_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "forms_blocks_checkbox" ADD CONSTRAINT "forms_blocks_checkbox_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "forms_blocks_email" ADD CONSTRAINT "forms_blocks_email_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "forms_blocks_message" ADD CONSTRAINT "forms_blocks_message_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "forms_blocks_number" ADD CONSTRAINT "forms_blocks_number_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "forms_blocks_select_options" ADD CONSTRAINT "forms_blocks_select_options_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."forms_blocks_select"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "forms_blocks_select" ADD CONSTRAINT "forms_blocks_select_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "forms_blocks_text" ADD CONSTRAINT "forms_blocks_text_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "forms_blocks_textarea" ADD CONSTRAINT "forms_blocks_textarea_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "forms_blocks_date" ADD CONSTRAINT "forms_blocks_date_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "forms_blocks_radio_options" ADD CONSTRAINT "forms_blocks_radio_options_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."forms_blocks_radio"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "forms_blocks_radio" ADD CONSTRAINT "forms_blocks_radio_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "forms_emails" ADD CONSTRAINT "forms_emails_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."forms"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "form_submissions_submission_data" ADD CONSTRAINT "form_submissions_submission_data_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."form_submissions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "form_submissions" ADD CONSTRAINT "form_submissions_form_id_forms_id_fk" FOREIGN KEY ("form_id") REFERENCES "public"."forms"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "form_submissions" ADD CONSTRAINT "form_submissions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "form_submissions" ADD CONSTRAINT "form_submissions_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_staff_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  CREATE UNIQUE INDEX "orders_number_idx" ON "orders" USING btree ("number");
  CREATE INDEX "orders_status_idx" ON "orders" USING btree ("status");
  CREATE INDEX "orders_company_idx" ON "orders" USING btree ("company_id");
  CREATE INDEX "orders_contractor_idx" ON "orders" USING btree ("contractor_id");
  CREATE INDEX "orders_contract_idx" ON "orders" USING btree ("contract_id");
  CREATE INDEX "orders_author_idx" ON "orders" USING btree ("author_id");
  CREATE INDEX "orders_branch_idx" ON "orders" USING btree ("branch_id");
  CREATE INDEX "orders_placed_at_idx" ON "orders" USING btree ("placed_at");
  CREATE INDEX "orders_warehouse_idx" ON "orders" USING btree ("warehouse_id");
  CREATE INDEX "orders_erp_number_idx" ON "orders" USING btree ("erp_number");
  CREATE INDEX "orders_split_from_idx" ON "orders" USING btree ("split_from_id");
  CREATE UNIQUE INDEX "orders_external_id_idx" ON "orders" USING btree ("external_id");
  CREATE INDEX "orders_created_at_idx" ON "orders" USING btree ("created_at");
  CREATE INDEX "orders_updated_at_idx" ON "orders" USING btree ("updated_at");
  CREATE INDEX "company_placedAt_idx" ON "orders" USING btree ("company_id","placed_at");
  CREATE INDEX "order_lines_order_idx" ON "order_lines" USING btree ("order_id");
  CREATE INDEX "order_lines_company_idx" ON "order_lines" USING btree ("company_id");
  CREATE INDEX "order_lines_sku_idx" ON "order_lines" USING btree ("sku_id");
  CREATE INDEX "order_lines_warehouse_idx" ON "order_lines" USING btree ("warehouse_id");
  CREATE INDEX "order_lines_created_at_idx" ON "order_lines" USING btree ("created_at");
  CREATE INDEX "order_lines_updated_at_idx" ON "order_lines" USING btree ("updated_at");
  CREATE UNIQUE INDEX "order_position_idx" ON "order_lines" USING btree ("order_id","position");
  CREATE INDEX "carts_user_idx" ON "carts" USING btree ("user_id");
  CREATE INDEX "carts_company_idx" ON "carts" USING btree ("company_id");
  CREATE INDEX "carts_created_at_idx" ON "carts" USING btree ("created_at");
  CREATE INDEX "carts_updated_at_idx" ON "carts" USING btree ("updated_at");
  CREATE UNIQUE INDEX "user_company_idx" ON "carts" USING btree ("user_id","company_id");
  CREATE INDEX "cart_lines_cart_idx" ON "cart_lines" USING btree ("cart_id");
  CREATE INDEX "cart_lines_user_idx" ON "cart_lines" USING btree ("user_id");
  CREATE INDEX "cart_lines_sku_idx" ON "cart_lines" USING btree ("sku_id");
  CREATE INDEX "cart_lines_created_at_idx" ON "cart_lines" USING btree ("created_at");
  CREATE INDEX "cart_lines_updated_at_idx" ON "cart_lines" USING btree ("updated_at");
  CREATE UNIQUE INDEX "cart_sku_idx" ON "cart_lines" USING btree ("cart_id","sku_id");
  CREATE UNIQUE INDEX "branches_external_id_idx" ON "branches" USING btree ("external_id");
  CREATE INDEX "branches_created_at_idx" ON "branches" USING btree ("created_at");
  CREATE INDEX "branches_updated_at_idx" ON "branches" USING btree ("updated_at");
  CREATE INDEX "companies_name_idx" ON "companies" USING btree ("name");
  CREATE INDEX "companies_inn_idx" ON "companies" USING btree ("inn");
  CREATE INDEX "companies_status_idx" ON "companies" USING btree ("status");
  CREATE INDEX "companies_manager_idx" ON "companies" USING btree ("manager_id");
  CREATE INDEX "companies_partner_idx" ON "companies" USING btree ("partner_id");
  CREATE INDEX "companies_price_type_idx" ON "companies" USING btree ("price_type_id");
  CREATE UNIQUE INDEX "companies_external_id_idx" ON "companies" USING btree ("external_id");
  CREATE INDEX "companies_created_at_idx" ON "companies" USING btree ("created_at");
  CREATE INDEX "companies_updated_at_idx" ON "companies" USING btree ("updated_at");
  CREATE INDEX "companies_rels_order_idx" ON "companies_rels" USING btree ("order");
  CREATE INDEX "companies_rels_parent_idx" ON "companies_rels" USING btree ("parent_id");
  CREATE INDEX "companies_rels_path_idx" ON "companies_rels" USING btree ("path");
  CREATE INDEX "companies_rels_branches_id_idx" ON "companies_rels" USING btree ("branches_id");
  CREATE INDEX "contractors_company_idx" ON "contractors" USING btree ("company_id");
  CREATE INDEX "contractors_inn_idx" ON "contractors" USING btree ("inn");
  CREATE UNIQUE INDEX "contractors_external_id_idx" ON "contractors" USING btree ("external_id");
  CREATE INDEX "contractors_created_at_idx" ON "contractors" USING btree ("created_at");
  CREATE INDEX "contractors_updated_at_idx" ON "contractors" USING btree ("updated_at");
  CREATE INDEX "contacts_company_idx" ON "contacts" USING btree ("company_id");
  CREATE INDEX "contacts_portal_role_idx" ON "contacts" USING btree ("portal_role_id");
  CREATE INDEX "contacts_user_idx" ON "contacts" USING btree ("user_id");
  CREATE UNIQUE INDEX "contacts_external_id_idx" ON "contacts" USING btree ("external_id");
  CREATE INDEX "contacts_created_at_idx" ON "contacts" USING btree ("created_at");
  CREATE INDEX "contacts_updated_at_idx" ON "contacts" USING btree ("updated_at");
  CREATE INDEX "contracts_number_idx" ON "contracts" USING btree ("number");
  CREATE INDEX "contracts_company_idx" ON "contracts" USING btree ("company_id");
  CREATE INDEX "contracts_contractor_idx" ON "contracts" USING btree ("contractor_id");
  CREATE INDEX "contracts_parent_idx" ON "contracts" USING btree ("parent_id");
  CREATE INDEX "contracts_status_idx" ON "contracts" USING btree ("status");
  CREATE INDEX "contracts_price_type_idx" ON "contracts" USING btree ("price_type_id");
  CREATE INDEX "contracts_file_idx" ON "contracts" USING btree ("file_id");
  CREATE UNIQUE INDEX "contracts_external_id_idx" ON "contracts" USING btree ("external_id");
  CREATE INDEX "contracts_created_at_idx" ON "contracts" USING btree ("created_at");
  CREATE INDEX "contracts_updated_at_idx" ON "contracts" USING btree ("updated_at");
  CREATE INDEX "company_date_idx" ON "contracts" USING btree ("company_id","date");
  CREATE INDEX "schedule_lines_contract_idx" ON "schedule_lines" USING btree ("contract_id");
  CREATE INDEX "schedule_lines_company_idx" ON "schedule_lines" USING btree ("company_id");
  CREATE INDEX "schedule_lines_due_date_idx" ON "schedule_lines" USING btree ("due_date");
  CREATE UNIQUE INDEX "schedule_lines_external_id_idx" ON "schedule_lines" USING btree ("external_id");
  CREATE INDEX "schedule_lines_created_at_idx" ON "schedule_lines" USING btree ("created_at");
  CREATE INDEX "schedule_lines_updated_at_idx" ON "schedule_lines" USING btree ("updated_at");
  CREATE INDEX "accounts_company_idx" ON "accounts" USING btree ("company_id");
  CREATE INDEX "accounts_contract_idx" ON "accounts" USING btree ("contract_id");
  CREATE UNIQUE INDEX "accounts_external_id_idx" ON "accounts" USING btree ("external_id");
  CREATE INDEX "accounts_created_at_idx" ON "accounts" USING btree ("created_at");
  CREATE INDEX "accounts_updated_at_idx" ON "accounts" USING btree ("updated_at");
  CREATE INDEX "documents_kind_idx" ON "documents" USING btree ("kind");
  CREATE INDEX "documents_number_idx" ON "documents" USING btree ("number");
  CREATE INDEX "documents_date_idx" ON "documents" USING btree ("date");
  CREATE INDEX "documents_company_idx" ON "documents" USING btree ("company_id");
  CREATE INDEX "documents_contractor_idx" ON "documents" USING btree ("contractor_id");
  CREATE INDEX "documents_order_idx" ON "documents" USING btree ("order_id");
  CREATE INDEX "documents_contract_idx" ON "documents" USING btree ("contract_id");
  CREATE INDEX "documents_file_idx" ON "documents" USING btree ("file_id");
  CREATE UNIQUE INDEX "documents_external_id_idx" ON "documents" USING btree ("external_id");
  CREATE INDEX "documents_created_at_idx" ON "documents" USING btree ("created_at");
  CREATE INDEX "documents_updated_at_idx" ON "documents" USING btree ("updated_at");
  CREATE INDEX "company_date_1_idx" ON "documents" USING btree ("company_id","date");
  CREATE INDEX "document_files_company_idx" ON "document_files" USING btree ("company_id");
  CREATE INDEX "document_files_uploader_idx" ON "document_files" USING btree ("uploader_id");
  CREATE INDEX "document_files_created_at_idx" ON "document_files" USING btree ("created_at");
  CREATE INDEX "document_files_updated_at_idx" ON "document_files" USING btree ("updated_at");
  CREATE UNIQUE INDEX "document_files_filename_idx" ON "document_files" USING btree ("filename");
  CREATE INDEX "document_requests_company_idx" ON "document_requests" USING btree ("company_id");
  CREATE INDEX "document_requests_contractor_idx" ON "document_requests" USING btree ("contractor_id");
  CREATE INDEX "document_requests_document_idx" ON "document_requests" USING btree ("document_id");
  CREATE INDEX "document_requests_author_idx" ON "document_requests" USING btree ("author_id");
  CREATE INDEX "document_requests_status_idx" ON "document_requests" USING btree ("status");
  CREATE INDEX "document_requests_result_idx" ON "document_requests" USING btree ("result_id");
  CREATE INDEX "document_requests_created_at_idx" ON "document_requests" USING btree ("created_at");
  CREATE INDEX "document_requests_updated_at_idx" ON "document_requests" USING btree ("updated_at");
  CREATE UNIQUE INDEX "groups_slug_idx" ON "groups" USING btree ("slug");
  CREATE INDEX "groups_parent_idx" ON "groups" USING btree ("parent_id");
  CREATE INDEX "groups_path_idx" ON "groups" USING btree ("path");
  CREATE UNIQUE INDEX "groups_external_id_idx" ON "groups" USING btree ("external_id");
  CREATE INDEX "groups_created_at_idx" ON "groups" USING btree ("created_at");
  CREATE INDEX "groups_updated_at_idx" ON "groups" USING btree ("updated_at");
  CREATE UNIQUE INDEX "brands_slug_idx" ON "brands" USING btree ("slug");
  CREATE UNIQUE INDEX "brands_external_id_idx" ON "brands" USING btree ("external_id");
  CREATE INDEX "brands_created_at_idx" ON "brands" USING btree ("created_at");
  CREATE INDEX "brands_updated_at_idx" ON "brands" USING btree ("updated_at");
  CREATE UNIQUE INDEX "units_code_idx" ON "units" USING btree ("code");
  CREATE INDEX "units_created_at_idx" ON "units" USING btree ("created_at");
  CREATE INDEX "units_updated_at_idx" ON "units" USING btree ("updated_at");
  CREATE INDEX "products_article_idx" ON "products" USING btree ("article");
  CREATE UNIQUE INDEX "products_slug_idx" ON "products" USING btree ("slug");
  CREATE INDEX "products_group_idx" ON "products" USING btree ("group_id");
  CREATE INDEX "products_brand_idx" ON "products" USING btree ("brand_id");
  CREATE UNIQUE INDEX "products_external_id_idx" ON "products" USING btree ("external_id");
  CREATE INDEX "products_created_at_idx" ON "products" USING btree ("created_at");
  CREATE INDEX "products_updated_at_idx" ON "products" USING btree ("updated_at");
  CREATE INDEX "products_rels_order_idx" ON "products_rels" USING btree ("order");
  CREATE INDEX "products_rels_parent_idx" ON "products_rels" USING btree ("parent_id");
  CREATE INDEX "products_rels_path_idx" ON "products_rels" USING btree ("path");
  CREATE INDEX "products_rels_media_id_idx" ON "products_rels" USING btree ("media_id");
  CREATE INDEX "skus_product_idx" ON "skus" USING btree ("product_id");
  CREATE UNIQUE INDEX "skus_external_id_idx" ON "skus" USING btree ("external_id");
  CREATE INDEX "skus_created_at_idx" ON "skus" USING btree ("created_at");
  CREATE INDEX "skus_updated_at_idx" ON "skus" USING btree ("updated_at");
  CREATE UNIQUE INDEX "price_types_external_id_idx" ON "price_types" USING btree ("external_id");
  CREATE INDEX "price_types_created_at_idx" ON "price_types" USING btree ("created_at");
  CREATE INDEX "price_types_updated_at_idx" ON "price_types" USING btree ("updated_at");
  CREATE INDEX "prices_sku_idx" ON "prices" USING btree ("sku_id");
  CREATE INDEX "prices_price_type_idx" ON "prices" USING btree ("price_type_id");
  CREATE UNIQUE INDEX "prices_external_id_idx" ON "prices" USING btree ("external_id");
  CREATE INDEX "prices_created_at_idx" ON "prices" USING btree ("created_at");
  CREATE INDEX "prices_updated_at_idx" ON "prices" USING btree ("updated_at");
  CREATE UNIQUE INDEX "sku_priceType_idx" ON "prices" USING btree ("sku_id","price_type_id");
  CREATE INDEX "warehouses_branch_idx" ON "warehouses" USING btree ("branch_id");
  CREATE UNIQUE INDEX "warehouses_external_id_idx" ON "warehouses" USING btree ("external_id");
  CREATE INDEX "warehouses_created_at_idx" ON "warehouses" USING btree ("created_at");
  CREATE INDEX "warehouses_updated_at_idx" ON "warehouses" USING btree ("updated_at");
  CREATE INDEX "stocks_sku_idx" ON "stocks" USING btree ("sku_id");
  CREATE INDEX "stocks_warehouse_idx" ON "stocks" USING btree ("warehouse_id");
  CREATE UNIQUE INDEX "stocks_external_id_idx" ON "stocks" USING btree ("external_id");
  CREATE INDEX "stocks_created_at_idx" ON "stocks" USING btree ("created_at");
  CREATE INDEX "stocks_updated_at_idx" ON "stocks" USING btree ("updated_at");
  CREATE UNIQUE INDEX "sku_warehouse_idx" ON "stocks" USING btree ("sku_id","warehouse_id");
  CREATE INDEX "comments_entity_idx" ON "comments" USING btree ("entity");
  CREATE INDEX "comments_entity_id_idx" ON "comments" USING btree ("entity_id");
  CREATE INDEX "comments_company_idx" ON "comments" USING btree ("company_id");
  CREATE INDEX "comments_user_idx" ON "comments" USING btree ("user_id");
  CREATE INDEX "comments_staff_idx" ON "comments" USING btree ("staff_id");
  CREATE INDEX "comments_created_at_idx" ON "comments" USING btree ("created_at");
  CREATE INDEX "comments_updated_at_idx" ON "comments" USING btree ("updated_at");
  CREATE INDEX "comments_rels_order_idx" ON "comments_rels" USING btree ("order");
  CREATE INDEX "comments_rels_parent_idx" ON "comments_rels" USING btree ("parent_id");
  CREATE INDEX "comments_rels_path_idx" ON "comments_rels" USING btree ("path");
  CREATE INDEX "comments_rels_document_files_id_idx" ON "comments_rels" USING btree ("document_files_id");
  CREATE INDEX "notifications_event_idx" ON "notifications" USING btree ("event_id");
  CREATE INDEX "notifications_user_idx" ON "notifications" USING btree ("user_id");
  CREATE INDEX "notifications_staff_idx" ON "notifications" USING btree ("staff_id");
  CREATE INDEX "notifications_company_idx" ON "notifications" USING btree ("company_id");
  CREATE INDEX "notifications_read_at_idx" ON "notifications" USING btree ("read_at");
  CREATE INDEX "notifications_created_at_idx" ON "notifications" USING btree ("created_at");
  CREATE INDEX "notifications_updated_at_idx" ON "notifications" USING btree ("updated_at");
  CREATE INDEX "events_type_idx" ON "events" USING btree ("type");
  CREATE INDEX "events_entity_idx" ON "events" USING btree ("entity");
  CREATE INDEX "events_entity_id_idx" ON "events" USING btree ("entity_id");
  CREATE INDEX "events_company_idx" ON "events" USING btree ("company_id");
  CREATE INDEX "events_created_at_idx" ON "events" USING btree ("created_at");
  CREATE INDEX "events_updated_at_idx" ON "events" USING btree ("updated_at");
  CREATE INDEX "staff_sessions_order_idx" ON "staff_sessions" USING btree ("_order");
  CREATE INDEX "staff_sessions_parent_id_idx" ON "staff_sessions" USING btree ("_parent_id");
  CREATE INDEX "staff_head_idx" ON "staff" USING btree ("head_id");
  CREATE INDEX "staff_photo_idx" ON "staff" USING btree ("photo_id");
  CREATE INDEX "staff_created_at_idx" ON "staff" USING btree ("created_at");
  CREATE INDEX "staff_updated_at_idx" ON "staff" USING btree ("updated_at");
  CREATE UNIQUE INDEX "staff_email_idx" ON "staff" USING btree ("email");
  CREATE INDEX "staff_rels_order_idx" ON "staff_rels" USING btree ("order");
  CREATE INDEX "staff_rels_parent_idx" ON "staff_rels" USING btree ("parent_id");
  CREATE INDEX "staff_rels_path_idx" ON "staff_rels" USING btree ("path");
  CREATE INDEX "staff_rels_branches_id_idx" ON "staff_rels" USING btree ("branches_id");
  CREATE INDEX "users_sessions_order_idx" ON "users_sessions" USING btree ("_order");
  CREATE INDEX "users_sessions_parent_id_idx" ON "users_sessions" USING btree ("_parent_id");
  CREATE INDEX "users_phone_idx" ON "users" USING btree ("phone");
  CREATE INDEX "users_photo_idx" ON "users" USING btree ("photo_id");
  CREATE INDEX "users_company_idx" ON "users" USING btree ("company_id");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email");
  CREATE INDEX "portal_roles_capabilities_order_idx" ON "portal_roles_capabilities" USING btree ("order");
  CREATE INDEX "portal_roles_capabilities_parent_idx" ON "portal_roles_capabilities" USING btree ("parent_id");
  CREATE UNIQUE INDEX "portal_roles_code_idx" ON "portal_roles" USING btree ("code");
  CREATE UNIQUE INDEX "portal_roles_external_id_idx" ON "portal_roles" USING btree ("external_id");
  CREATE INDEX "portal_roles_created_at_idx" ON "portal_roles" USING btree ("created_at");
  CREATE INDEX "portal_roles_updated_at_idx" ON "portal_roles" USING btree ("updated_at");
  CREATE INDEX "memberships_user_idx" ON "memberships" USING btree ("user_id");
  CREATE INDEX "memberships_company_idx" ON "memberships" USING btree ("company_id");
  CREATE INDEX "memberships_portal_role_idx" ON "memberships" USING btree ("portal_role_id");
  CREATE INDEX "memberships_created_at_idx" ON "memberships" USING btree ("created_at");
  CREATE INDEX "memberships_updated_at_idx" ON "memberships" USING btree ("updated_at");
  CREATE UNIQUE INDEX "user_company_1_idx" ON "memberships" USING btree ("user_id","company_id");
  CREATE INDEX "login_sessions_user_idx" ON "login_sessions" USING btree ("user_id");
  CREATE INDEX "login_sessions_staff_idx" ON "login_sessions" USING btree ("staff_id");
  CREATE UNIQUE INDEX "login_sessions_sid_idx" ON "login_sessions" USING btree ("sid");
  CREATE INDEX "login_sessions_created_at_idx" ON "login_sessions" USING btree ("created_at");
  CREATE INDEX "login_sessions_updated_at_idx" ON "login_sessions" USING btree ("updated_at");
  CREATE INDEX "exchange_nodes_entities_order_idx" ON "exchange_nodes_entities" USING btree ("order");
  CREATE INDEX "exchange_nodes_entities_parent_idx" ON "exchange_nodes_entities" USING btree ("parent_id");
  CREATE UNIQUE INDEX "exchange_nodes_login_idx" ON "exchange_nodes" USING btree ("login");
  CREATE INDEX "exchange_nodes_token_hash_idx" ON "exchange_nodes" USING btree ("token_hash");
  CREATE INDEX "exchange_nodes_created_at_idx" ON "exchange_nodes" USING btree ("created_at");
  CREATE INDEX "exchange_nodes_updated_at_idx" ON "exchange_nodes" USING btree ("updated_at");
  CREATE INDEX "exchange_nodes_texts_order_parent" ON "exchange_nodes_texts" USING btree ("order","parent_id");
  CREATE INDEX "exchange_runs_node_idx" ON "exchange_runs" USING btree ("node_id");
  CREATE INDEX "exchange_runs_status_idx" ON "exchange_runs" USING btree ("status");
  CREATE INDEX "exchange_runs_started_at_idx" ON "exchange_runs" USING btree ("started_at");
  CREATE INDEX "exchange_runs_session_idx" ON "exchange_runs" USING btree ("session");
  CREATE INDEX "exchange_runs_created_at_idx" ON "exchange_runs" USING btree ("created_at");
  CREATE INDEX "exchange_runs_updated_at_idx" ON "exchange_runs" USING btree ("updated_at");
  CREATE INDEX "exchange_files_run_idx" ON "exchange_files" USING btree ("run_id");
  CREATE INDEX "exchange_files_created_at_idx" ON "exchange_files" USING btree ("created_at");
  CREATE INDEX "exchange_files_updated_at_idx" ON "exchange_files" USING btree ("updated_at");
  CREATE INDEX "exchange_issues_run_idx" ON "exchange_issues" USING btree ("run_id");
  CREATE INDEX "exchange_issues_file_idx" ON "exchange_issues" USING btree ("file_id");
  CREATE INDEX "exchange_issues_external_idx" ON "exchange_issues" USING btree ("external");
  CREATE INDEX "exchange_issues_code_idx" ON "exchange_issues" USING btree ("code");
  CREATE INDEX "exchange_issues_status_idx" ON "exchange_issues" USING btree ("status");
  CREATE INDEX "exchange_issues_created_at_idx" ON "exchange_issues" USING btree ("created_at");
  CREATE INDEX "exchange_issues_updated_at_idx" ON "exchange_issues" USING btree ("updated_at");
  CREATE UNIQUE INDEX "exchange_changes_seq_idx" ON "exchange_changes" USING btree ("seq");
  CREATE INDEX "exchange_changes_entity_idx" ON "exchange_changes" USING btree ("entity");
  CREATE INDEX "exchange_changes_created_at_idx" ON "exchange_changes" USING btree ("created_at");
  CREATE INDEX "exchange_changes_updated_at_idx" ON "exchange_changes" USING btree ("updated_at");
  CREATE INDEX "sites_logo_idx" ON "sites" USING btree ("logo_id");
  CREATE INDEX "sites_price_type_idx" ON "sites" USING btree ("price_type_id");
  CREATE INDEX "sites_created_at_idx" ON "sites" USING btree ("created_at");
  CREATE INDEX "sites_updated_at_idx" ON "sites" USING btree ("updated_at");
  CREATE INDEX "sites_texts_order_parent" ON "sites_texts" USING btree ("order","parent_id");
  CREATE UNIQUE INDEX "media_external_path_idx" ON "media" USING btree ("external_path");
  CREATE INDEX "media_person_idx" ON "media" USING btree ("person_id");
  CREATE INDEX "media_created_at_idx" ON "media" USING btree ("created_at");
  CREATE INDEX "media_updated_at_idx" ON "media" USING btree ("updated_at");
  CREATE UNIQUE INDEX "media_filename_idx" ON "media" USING btree ("filename");
  CREATE INDEX "media_sizes_thumb_sizes_thumb_filename_idx" ON "media" USING btree ("sizes_thumb_filename");
  CREATE INDEX "media_sizes_card_sizes_card_filename_idx" ON "media" USING btree ("sizes_card_filename");
  CREATE INDEX "audit_action_idx" ON "audit" USING btree ("action");
  CREATE INDEX "audit_actor_id_idx" ON "audit" USING btree ("actor_id");
  CREATE INDEX "audit_entity_id_idx" ON "audit" USING btree ("entity_id");
  CREATE INDEX "audit_created_at_idx" ON "audit" USING btree ("created_at");
  CREATE INDEX "audit_updated_at_idx" ON "audit" USING btree ("updated_at");
  CREATE INDEX "forms_blocks_checkbox_order_idx" ON "forms_blocks_checkbox" USING btree ("_order");
  CREATE INDEX "forms_blocks_checkbox_parent_id_idx" ON "forms_blocks_checkbox" USING btree ("_parent_id");
  CREATE INDEX "forms_blocks_checkbox_path_idx" ON "forms_blocks_checkbox" USING btree ("_path");
  CREATE INDEX "forms_blocks_email_order_idx" ON "forms_blocks_email" USING btree ("_order");
  CREATE INDEX "forms_blocks_email_parent_id_idx" ON "forms_blocks_email" USING btree ("_parent_id");
  CREATE INDEX "forms_blocks_email_path_idx" ON "forms_blocks_email" USING btree ("_path");
  CREATE INDEX "forms_blocks_message_order_idx" ON "forms_blocks_message" USING btree ("_order");
  CREATE INDEX "forms_blocks_message_parent_id_idx" ON "forms_blocks_message" USING btree ("_parent_id");
  CREATE INDEX "forms_blocks_message_path_idx" ON "forms_blocks_message" USING btree ("_path");
  CREATE INDEX "forms_blocks_number_order_idx" ON "forms_blocks_number" USING btree ("_order");
  CREATE INDEX "forms_blocks_number_parent_id_idx" ON "forms_blocks_number" USING btree ("_parent_id");
  CREATE INDEX "forms_blocks_number_path_idx" ON "forms_blocks_number" USING btree ("_path");
  CREATE INDEX "forms_blocks_select_options_order_idx" ON "forms_blocks_select_options" USING btree ("_order");
  CREATE INDEX "forms_blocks_select_options_parent_id_idx" ON "forms_blocks_select_options" USING btree ("_parent_id");
  CREATE INDEX "forms_blocks_select_order_idx" ON "forms_blocks_select" USING btree ("_order");
  CREATE INDEX "forms_blocks_select_parent_id_idx" ON "forms_blocks_select" USING btree ("_parent_id");
  CREATE INDEX "forms_blocks_select_path_idx" ON "forms_blocks_select" USING btree ("_path");
  CREATE INDEX "forms_blocks_text_order_idx" ON "forms_blocks_text" USING btree ("_order");
  CREATE INDEX "forms_blocks_text_parent_id_idx" ON "forms_blocks_text" USING btree ("_parent_id");
  CREATE INDEX "forms_blocks_text_path_idx" ON "forms_blocks_text" USING btree ("_path");
  CREATE INDEX "forms_blocks_textarea_order_idx" ON "forms_blocks_textarea" USING btree ("_order");
  CREATE INDEX "forms_blocks_textarea_parent_id_idx" ON "forms_blocks_textarea" USING btree ("_parent_id");
  CREATE INDEX "forms_blocks_textarea_path_idx" ON "forms_blocks_textarea" USING btree ("_path");
  CREATE INDEX "forms_blocks_date_order_idx" ON "forms_blocks_date" USING btree ("_order");
  CREATE INDEX "forms_blocks_date_parent_id_idx" ON "forms_blocks_date" USING btree ("_parent_id");
  CREATE INDEX "forms_blocks_date_path_idx" ON "forms_blocks_date" USING btree ("_path");
  CREATE INDEX "forms_blocks_radio_options_order_idx" ON "forms_blocks_radio_options" USING btree ("_order");
  CREATE INDEX "forms_blocks_radio_options_parent_id_idx" ON "forms_blocks_radio_options" USING btree ("_parent_id");
  CREATE INDEX "forms_blocks_radio_order_idx" ON "forms_blocks_radio" USING btree ("_order");
  CREATE INDEX "forms_blocks_radio_parent_id_idx" ON "forms_blocks_radio" USING btree ("_parent_id");
  CREATE INDEX "forms_blocks_radio_path_idx" ON "forms_blocks_radio" USING btree ("_path");
  CREATE INDEX "forms_emails_order_idx" ON "forms_emails" USING btree ("_order");
  CREATE INDEX "forms_emails_parent_id_idx" ON "forms_emails" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "forms_slug_idx" ON "forms" USING btree ("slug");
  CREATE INDEX "forms_created_at_idx" ON "forms" USING btree ("created_at");
  CREATE INDEX "forms_updated_at_idx" ON "forms" USING btree ("updated_at");
  CREATE INDEX "form_submissions_submission_data_order_idx" ON "form_submissions_submission_data" USING btree ("_order");
  CREATE INDEX "form_submissions_submission_data_parent_id_idx" ON "form_submissions_submission_data" USING btree ("_parent_id");
  CREATE INDEX "form_submissions_form_idx" ON "form_submissions" USING btree ("form_id");
  CREATE INDEX "form_submissions_user_idx" ON "form_submissions" USING btree ("user_id");
  CREATE INDEX "form_submissions_company_idx" ON "form_submissions" USING btree ("company_id");
  CREATE INDEX "form_submissions_created_at_idx" ON "form_submissions" USING btree ("created_at");
  CREATE INDEX "form_submissions_updated_at_idx" ON "form_submissions" USING btree ("updated_at");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_staff_id_idx" ON "payload_preferences_rels" USING btree ("staff_id");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "orders" CASCADE;
  DROP TABLE "order_lines" CASCADE;
  DROP TABLE "carts" CASCADE;
  DROP TABLE "cart_lines" CASCADE;
  DROP TABLE "branches" CASCADE;
  DROP TABLE "companies" CASCADE;
  DROP TABLE "companies_rels" CASCADE;
  DROP TABLE "contractors" CASCADE;
  DROP TABLE "contacts" CASCADE;
  DROP TABLE "contracts" CASCADE;
  DROP TABLE "schedule_lines" CASCADE;
  DROP TABLE "accounts" CASCADE;
  DROP TABLE "documents" CASCADE;
  DROP TABLE "document_files" CASCADE;
  DROP TABLE "document_requests" CASCADE;
  DROP TABLE "groups" CASCADE;
  DROP TABLE "brands" CASCADE;
  DROP TABLE "units" CASCADE;
  DROP TABLE "products" CASCADE;
  DROP TABLE "products_rels" CASCADE;
  DROP TABLE "skus" CASCADE;
  DROP TABLE "price_types" CASCADE;
  DROP TABLE "prices" CASCADE;
  DROP TABLE "warehouses" CASCADE;
  DROP TABLE "stocks" CASCADE;
  DROP TABLE "comments" CASCADE;
  DROP TABLE "comments_rels" CASCADE;
  DROP TABLE "notifications" CASCADE;
  DROP TABLE "events" CASCADE;
  DROP TABLE "staff_sessions" CASCADE;
  DROP TABLE "staff" CASCADE;
  DROP TABLE "staff_rels" CASCADE;
  DROP TABLE "users_sessions" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "portal_roles_capabilities" CASCADE;
  DROP TABLE "portal_roles" CASCADE;
  DROP TABLE "memberships" CASCADE;
  DROP TABLE "login_sessions" CASCADE;
  DROP TABLE "exchange_nodes_entities" CASCADE;
  DROP TABLE "exchange_nodes" CASCADE;
  DROP TABLE "exchange_nodes_texts" CASCADE;
  DROP TABLE "exchange_runs" CASCADE;
  DROP TABLE "exchange_files" CASCADE;
  DROP TABLE "exchange_issues" CASCADE;
  DROP TABLE "exchange_changes" CASCADE;
  DROP TABLE "sites" CASCADE;
  DROP TABLE "sites_texts" CASCADE;
  DROP TABLE "media" CASCADE;
  DROP TABLE "audit" CASCADE;
  DROP TABLE "forms_blocks_checkbox" CASCADE;
  DROP TABLE "forms_blocks_email" CASCADE;
  DROP TABLE "forms_blocks_message" CASCADE;
  DROP TABLE "forms_blocks_number" CASCADE;
  DROP TABLE "forms_blocks_select_options" CASCADE;
  DROP TABLE "forms_blocks_select" CASCADE;
  DROP TABLE "forms_blocks_text" CASCADE;
  DROP TABLE "forms_blocks_textarea" CASCADE;
  DROP TABLE "forms_blocks_date" CASCADE;
  DROP TABLE "forms_blocks_radio_options" CASCADE;
  DROP TABLE "forms_blocks_radio" CASCADE;
  DROP TABLE "forms_emails" CASCADE;
  DROP TABLE "forms" CASCADE;
  DROP TABLE "form_submissions_submission_data" CASCADE;
  DROP TABLE "form_submissions" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TABLE "company_details" CASCADE;
  DROP TABLE "modules" CASCADE;
  DROP TABLE "numbering" CASCADE;
  DROP TABLE "portal_settings" CASCADE;
  DROP TYPE "public"."enum_orders_status";
  DROP TYPE "public"."enum_orders_delivery_method";
  DROP TYPE "public"."enum_orders_payment_method";
  DROP TYPE "public"."enum_companies_status";
  DROP TYPE "public"."enum_contractors_kind";
  DROP TYPE "public"."enum_contracts_kind";
  DROP TYPE "public"."enum_contracts_status";
  DROP TYPE "public"."enum_documents_kind";
  DROP TYPE "public"."enum_document_requests_kind";
  DROP TYPE "public"."enum_document_requests_status";
  DROP TYPE "public"."enum_staff_role";
  DROP TYPE "public"."enum_staff_locale";
  DROP TYPE "public"."enum_users_kind";
  DROP TYPE "public"."enum_users_locale";
  DROP TYPE "public"."enum_users_closed_by";
  DROP TYPE "public"."enum_portal_roles_capabilities";
  DROP TYPE "public"."enum_memberships_closed_by";
  DROP TYPE "public"."enum_exchange_nodes_entities";
  DROP TYPE "public"."enum_exchange_runs_transport";
  DROP TYPE "public"."enum_exchange_runs_status";
  DROP TYPE "public"."enum_exchange_files_status";
  DROP TYPE "public"."enum_exchange_issues_status";
  DROP TYPE "public"."enum_forms_confirmation_type";
  DROP TYPE "public"."enum_portal_settings_show_stock";`)
}
