package dev.aisle.shop;

import static dev.aisle.shop.Html.tag;

import dev.aisle.simulator.Money;
import dev.aisle.simulator.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cart: its lines, the coupon, what it costs, and what goes with it. */
final class CartPage {
    private final Shelf shelf;
    private final Lists lists;
    private final Layout layout;

    CartPage(Shelf shelf, Lists lists, Layout layout) {
        this.shelf = shelf;
        this.lists = lists;
        this.layout = layout;
    }

    String page(Visit visit) {
        Words words = visit.words();
        List<Html> parts = new ArrayList<>();
        parts.add(tag("h1").text(words.of("cart")));
        Bill bill = Bill.of(visit, shelf);
        if (bill.lines().isEmpty()) {
            parts.add(tag("p", "note").text(words.of("cart.empty")));
        } else {
            parts.add(tag("div", "cart").add(lines(visit, bill), summary(visit, bill)));
            together(visit).ifPresent(parts::add);
        }
        return layout.page(visit, words.of("cart"), "", parts.toArray(Html[]::new));
    }

    /** A decision for the placement "cart": the campaign that goes with what lies in it. */
    private Optional<Html> together(Visit visit) {
        List<String> products = visit.visitor().cart().products();
        return visit.me()
                .map(me -> visit.apis().campaigns().decided("cart", me, visit.tag(), products))
                .map(decision -> Offers.shown(visit, decision, lists));
    }

    private static Html lines(Visit visit, Bill bill) {
        Html list = tag("ul", "lines");
        bill.lines().forEach((product, count) -> list.add(line(visit, product, count)));
        return list;
    }

    private static Html line(Visit visit, Product product, int count) {
        Words words = visit.words();
        Money sum =
                new Money(product.price().minorUnits() * count, product.price().currency());
        return tag("li")
                .add(
                        Lists.picture(product, "", 64),
                        tag("a").with("lang", "en")
                                .with("href", visit.at("/products/" + product.id()))
                                .text(product.title()),
                        tag("form")
                                .with("method", "post")
                                .with("action", visit.at("/cart"))
                                .add(
                                        tag("input")
                                                .with("type", "hidden")
                                                .with("name", "product")
                                                .with("value", product.id()),
                                        tag("input")
                                                .with("type", "number")
                                                .with("name", "count")
                                                .with("min", "0")
                                                .with("max", "99")
                                                .with("value", Integer.toString(count))
                                                .with("aria-label", words.of("cart.count", product.title())),
                                        tag("button").text(words.of("cart.change"))),
                        tag("span", "price").text(Lists.price(sum, visit.language())));
    }

    private static Html summary(Visit visit, Bill bill) {
        Words words = visit.words();
        Html sums = tag("dl", "sums")
                .add(sum(visit, "cart.goods", bill.goods()))
                .add(sum(visit, "cart.shipping", bill.shipping()));
        if (bill.off() > 0) {
            sums.add(sum(visit, "cart.off", -bill.off()));
        }
        sums.add(sum(visit, "cart.total", bill.total().minorUnits()));
        return tag("section", "summary")
                .with("aria-label", words.of("cart.sums"))
                .add(
                        code(visit, bill),
                        sums,
                        tag("form")
                                .with("method", "post")
                                .with("action", visit.at("/order"))
                                .add(tag("button", "main").text(words.of("cart.order"))),
                        tag("p", "note").text(words.of("cart.made")));
    }

    private static List<Html> sum(Visit visit, String key, long minorUnits) {
        return List.of(
                tag("dt").text(visit.words().of(key)),
                tag("dd").text(Lists.price(new Money(minorUnits, Bill.CURRENCY), visit.language())));
    }

    private static Html code(Visit visit, Bill bill) {
        Words words = visit.words();
        String typed = visit.visitor().cart().code();
        Html form = tag("form", "coupon")
                .with("method", "post")
                .with("action", visit.at("/coupon"))
                .add(
                        tag("label").with("for", "code").text(words.of("coupon.code")),
                        tag("input")
                                .with("id", "code")
                                .with("name", "code")
                                .with("maxlength", "100")
                                .with("autocomplete", "off")
                                .with("value", typed),
                        tag("button").text(words.of("coupon.check")));
        return typed.isEmpty() ? form : tag("div").add(form, verdict(visit, bill));
    }

    /** What the till says of the code, in its own words when it refuses. */
    private static Html verdict(Visit visit, Bill bill) {
        Words words = visit.words();
        if (bill.couponApplies()) {
            return tag("p", "good").with("role", "status").text(words.of("coupon.fits"));
        }
        String why = bill.coupon()
                .map(answer -> answer.path("reason").path("text").asText(""))
                .filter(text -> !text.isEmpty())
                .orElse(words.of("coupon.unreachable"));
        return tag("p", "bad").with("role", "status").text(why);
    }
}
