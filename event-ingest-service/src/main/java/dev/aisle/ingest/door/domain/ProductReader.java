package dev.aisle.ingest.door.domain;

import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.shared.events.KnownProperties;
import dev.aisle.ingest.shared.events.Limits;
import dev.aisle.ingest.shared.values.Amounts;
import dev.aisle.ingest.shared.values.Fields;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;

/** The products that an event is about: those of its array, or the one that the properties themselves describe. */
final class ProductReader {
    private static final BigDecimal LAST_POSITION = BigDecimal.valueOf(1_000_000);

    /** Any of these at the top says that the properties are those of a product. */
    private static final List<String> DESCRIBE_ONE = List.of("product_id", "productId", "item_id", "sku");

    private ProductReader() {}

    /** Whether a pack's event of this type says nothing without a product: there an order is something that was done with one. */
    static boolean isDone(EventType type) {
        return KnownProperties.needsProduct(type)
                || type == EventType.PURCHASE
                || type == EventType.CANCEL
                || type == EventType.SHARE;
    }

    static void read(Fields properties, EventType type, Amounts amounts, ShopEvent.Builder event) {
        if (!KnownProperties.holdsProducts(type)) {
            return;
        }
        List<Fields> products = properties.objects(properties.has("items") ? "items" : "products", Limits.PRODUCTS);
        products.forEach(product -> event.addItems(item(product, amounts)));
        boolean describesOne = KnownProperties.mayDescribeProduct(type)
                && DESCRIBE_ONE.stream().anyMatch(properties::has);
        if (products.isEmpty() && (describesOne || KnownProperties.needsProduct(type))) {
            event.addItems(item(properties, amounts));
        }
    }

    private static Item item(Fields product, Amounts amounts) {
        String sku = product.text("sku", Limits.ID);
        String id = product.firstText(Limits.ID, "product_id", "productId", "item_id", "id");
        if (id.isBlank() && sku.isBlank()) {
            product.faults().invalid(product.pathOf("product_id"), "expected the id of the product, here or in sku");
        }
        Item.Builder item = Item.newBuilder()
                .setProductId(id.isBlank() ? sku : id)
                .setSku(sku)
                .setCategory(
                        product.has("category")
                                ? product.clipped("category", Limits.NAME)
                                : product.clipped("item_category", Limits.NAME))
                .setName(
                        product.has("name")
                                ? product.clipped("name", Limits.NAME)
                                : product.clipped("item_name", Limits.NAME))
                .setBrand(
                        product.has("brand")
                                ? product.clipped("brand", Limits.NAME)
                                : product.clipped("item_brand", Limits.NAME))
                .setVariant(product.clipped("variant", Limits.NAME))
                .setCoupon(product.text("coupon", Limits.ID))
                .setUnit(product.clipped(product.has("unit") ? "unit" : "quantity_unit", Limits.ID))
                .setPosition(position(product));
        Money price = amounts.readPrice(product, "price");
        if (price != null) {
            item.setPrice(price);
        }
        OptionalDouble quantity = product.countable("quantity");
        return quantity.isPresent() ? item.setQuantity(quantity.getAsDouble()).build() : item.build();
    }

    private static int position(Fields product) {
        BigDecimal position = product.number("position");
        if (position == null || position.signum() <= 0 || position.compareTo(LAST_POSITION) > 0) {
            return 0;
        }
        return position.intValue();
    }
}
