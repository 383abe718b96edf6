-- The search index: one row a product and language. Case and accents do not matter.
CREATE VIRTUAL TABLE search USING fts5(
  product_id UNINDEXED, lang UNINDEXED, title, material, body,
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);
