// The browser comes inside @sparticuz/chromium; nothing is downloaded while installing.
module.exports = { skipDownload: true }
