-- The console shows what the till did lately with a coupon.
create index coupon_use_latest on coupon_use (coupon_id, reserved_at desc, id);
