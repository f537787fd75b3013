package dev.aisle.ingest.catalog.stream;

import dev.aisle.contracts.catalog.v1.Availability;
import dev.aisle.contracts.catalog.v1.Picture;
import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.contracts.ingest.v1.CatalogChange;
import dev.aisle.contracts.ingest.v1.PriceChange;
import dev.aisle.contracts.ingest.v1.StockChange;
import dev.aisle.ingest.shared.values.Timestamps;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of a product, with the source time of each group of its fields. Changes with different source times may
 * come in any order: the state at the end is the same. Of equal times the later arrival wins.
 *
 * @param product the fields; those of a group that is not known are not set. The picture says its source time itself, also one without pixels, which was
 *     taken away
 * @param content when title, category and all else were said; {@link #NEVER} when the product isn't listed
 * @param price when price and list price were said
 * @param stock when availability and stock were said
 * @param removed when it was last removed
 */
record ProductState(Product product, Instant content, Instant price, Instant stock, Instant removed) {
    public static final Instant NEVER = Instant.EPOCH;
    public static final ProductState NONE = new ProductState(Product.getDefaultInstance(), NEVER, NEVER, NEVER, NEVER);

    /** Whether the product is in the catalogue. */
    public boolean isListed() {
        return content.isAfter(NEVER);
    }

    /** Whether a price, a stock or a picture waits for its product. */
    public boolean isPending() {
        return !isListed() && (price.isAfter(NEVER) || stock.isAfter(NEVER) || hasPixels());
    }

    private boolean hasPixels() {
        return !product.getPicture().getPixels().isEmpty();
    }

    /** When the picture was said, or taken away; {@link #NEVER} when neither was. */
    private Instant picture() {
        return product.hasPicture() ? Timestamps.toInstant(product.getPicture().getSourceTime()) : NEVER;
    }

    /** The product as the catalogue shows it; empty when it isn't in. */
    public Optional<Product> listed() {
        if (!isListed()) {
            return Optional.empty();
        }
        Instant newest = Stream.of(content, price, stock, picture())
                .max(Instant::compareTo)
                .orElse(content);
        Product.Builder shown = product.toBuilder().setSourceTime(Timestamps.of(newest));
        return Optional.of((hasPixels() ? shown : shown.clearPicture()).build());
    }

    /** The state after a change; the same when the change is outdated. */
    public ProductState after(CatalogChange change) {
        Instant time = Timestamps.toInstant(change.getSourceTime());
        if (time.isBefore(removed)) {
            return this;
        }
        return switch (change.getChangeCase()) {
            case PRODUCT -> withProduct(change.getProduct(), time);
            case PRICE -> withPrice(change.getPrice(), time);
            case STOCK -> withStock(change.getStock(), time);
            case PICTURE -> withPicture(change.getPicture(), time);
            case REMOVAL -> removedAt(time);
            case CHANGE_NOT_SET -> this;
        };
    }

    /** A document that says nothing of price or stock leaves them as they are: they may come from another system. */
    private ProductState withProduct(Product whole, Instant time) {
        ProductState next = this;
        if (!time.isBefore(content)) {
            Product.Builder merged = whole.toBuilder();
            copyPrice(product, merged);
            copyStock(product, merged);
            copyPicture(product, merged);
            next = new ProductState(merged.build(), time, price, stock, removed);
        }
        if (whole.hasPrice()) {
            PriceChange.Builder said = PriceChange.newBuilder().setPrice(whole.getPrice());
            if (whole.hasListPrice()) {
                said.setListPrice(whole.getListPrice());
            }
            next = next.withPrice(said.build(), time);
        }
        if (whole.hasStock() || whole.getAvailability() != Availability.AVAILABILITY_UNSPECIFIED) {
            StockChange.Builder said = StockChange.newBuilder().setAvailability(whole.getAvailability());
            if (whole.hasStock()) {
                said.setStock(whole.getStock());
            }
            next = next.withStock(said.build(), time);
        }
        return next;
    }

    private ProductState withPrice(PriceChange said, Instant time) {
        if (time.isBefore(price)) {
            return this;
        }
        Product.Builder merged = product.toBuilder().clearListPrice().setPrice(said.getPrice());
        if (said.hasListPrice()) {
            merged.setListPrice(said.getListPrice());
        }
        return new ProductState(merged.build(), content, time, stock, removed);
    }

    private ProductState withStock(StockChange said, Instant time) {
        if (time.isBefore(stock)) {
            return this;
        }
        Product.Builder merged = product.toBuilder().clearStock().setAvailability(said.getAvailability());
        if (said.hasStock()) {
            merged.setStock(said.getStock());
        }
        return new ProductState(merged.build(), content, price, time, removed);
    }

    private ProductState withPicture(Picture said, Instant time) {
        if (time.isBefore(picture())) {
            return this;
        }
        Picture dated = said.toBuilder().setSourceTime(Timestamps.of(time)).build();
        return new ProductState(product.toBuilder().setPicture(dated).build(), content, price, stock, removed);
    }

    /** What was said up to that moment is gone; what was said after it stays. */
    private ProductState removedAt(Instant time) {
        Product.Builder left = content.isAfter(time) ? product.toBuilder() : Product.newBuilder();
        left.clearPrice().clearListPrice().clearAvailability().clearStock().clearPicture();
        if (picture().isAfter(time)) {
            copyPicture(product, left);
        }
        if (price.isAfter(time)) {
            copyPrice(product, left);
        }
        if (stock.isAfter(time)) {
            copyStock(product, left);
        }
        return new ProductState(
                left.build(), laterThan(time, content), laterThan(time, price), laterThan(time, stock), time);
    }

    private static Instant laterThan(Instant time, Instant said) {
        return said.isAfter(time) ? said : NEVER;
    }

    private static void copyPrice(Product from, Product.Builder to) {
        to.clearPrice().clearListPrice();
        if (from.hasPrice()) {
            to.setPrice(from.getPrice());
        }
        if (from.hasListPrice()) {
            to.setListPrice(from.getListPrice());
        }
    }

    private static void copyPicture(Product from, Product.Builder to) {
        to.clearPicture();
        if (from.hasPicture()) {
            to.setPicture(from.getPicture());
        }
    }

    private static void copyStock(Product from, Product.Builder to) {
        to.clearStock().setAvailability(from.getAvailability());
        if (from.hasStock()) {
            to.setStock(from.getStock());
        }
    }
}
