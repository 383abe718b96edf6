import './copy-text.ts'
import './passkey.ts'
