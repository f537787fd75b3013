package dev.aisle.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.local.client.Json;
import dev.aisle.local.importer.Collected;
import dev.aisle.local.importer.Segment;
import dev.aisle.simulator.Product;
import dev.aisle.simulator.Shop;
import dev.aisle.simulator.ShopEvent;
import dev.aisle.simulator.ShopEvent.AddedToCart;
import dev.aisle.simulator.ShopEvent.CouponShown;
import dev.aisle.simulator.ShopEvent.ListViewed;
import dev.aisle.simulator.ShopEvent.Ordered;
import dev.aisle.simulator.ShopEvent.ProductViewed;
import dev.aisle.simulator.ShopEvent.Searched;
import java.net.URI;
import java.util.Optional;

/** The simulated shop in the words of the APIs: its products for the catalogue, its events for the door. */
public final class SimulatedData {
    private SimulatedData() {}

    public static Collected of(Shop shop) {
        return of(shop, Optional.empty());
    }

    /** The same with addresses of pages and pictures at a storefront. */
    static Collected of(Shop shop, Optional<URI> storefront) {
        var collected = new Collected("simulator");
        shop.products().forEach(product -> {
            var document = catalogue(product);
            storefront.ifPresent(address -> document.put(
                            "url", address.resolve("/products/" + product.id()).toString())
                    .put(
                            "imageUrl",
                            address.resolve("/pictures/" + product.id() + ".svg")
                                    .toString()));
            collected.add(product.id(), document);
        });
        shop.events()
                .filter(event -> event.origin().loggedIn())
                .forEach(event -> collected.add(
                        Segment.item(segment(event), event.origin().shopper().id())));
        return collected;
    }

    private static ObjectNode catalogue(Product product) {
        return Json.object()
                .put("productId", product.id())
                .put("title", product.title())
                .put("category", product.category())
                .put("brand", product.brand().title())
                .put("price", product.price().amount())
                .put("currency", product.price().currency())
                .put("inStock", true);
    }

    /** One event as Segment's libraries would send it. */
    public static ObjectNode segment(ShopEvent event) {
        return switch (event) {
            case Searched searched -> {
                var json = track(event, "Products Searched");
                json.putObject("properties").put("query", searched.query());
                yield json;
            }
            case ListViewed list -> {
                var json = track(event, "Product List Viewed");
                json.putObject("properties").put("category", list.kind().title());
                yield json;
            }
            case ProductViewed viewed -> {
                var json = track(event, "Product Viewed");
                json.set("properties", product(viewed.product(), 1));
                yield json;
            }
            case AddedToCart added -> {
                var json = track(event, "Product Added");
                json.set("properties", product(added.product(), added.quantity()));
                yield json;
            }
            case CouponShown shown -> {
                var json = track(event, "Promotion Viewed");
                json.putObject("properties").put("promotion_id", shown.coupon());
                yield json;
            }
            case Ordered ordered -> order(ordered);
        };
    }

    private static ObjectNode order(Ordered ordered) {
        var json = track(ordered, "Order Completed");
        var properties = json.putObject("properties")
                .put("order_id", ordered.order())
                .put("total", ordered.total().amount())
                .put("currency", ordered.total().currency());
        ordered.coupon().ifPresent(coupon -> properties.put("coupon", coupon));
        var products = properties.putArray("products");
        ordered.lines().forEach(line -> products.add(product(line.product(), line.quantity())));
        return json;
    }

    private static ObjectNode track(ShopEvent event, String name) {
        var origin = event.origin();
        var json = Segment.track(origin.id(), name, origin.shopper().id(), origin.at());
        return json.put("anonymousId", origin.shopper().anonymousId());
    }

    private static ObjectNode product(Product product, int quantity) {
        return Json.object()
                .put("product_id", product.id())
                .put("category", product.category())
                .put("brand", product.brand().title())
                .put("price", product.price().amount())
                .put("currency", product.price().currency())
                .put("quantity", quantity);
    }
}
