package dev.aisle.local.attacks;

import dev.aisle.local.attacks.Shoppers.Shopper;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.stack.Part;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Attacks on the right to erasure: what is left of a person afterwards. */
final class ErasureAttacks {
    private ErasureAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack(
                        "browser-left-behind",
                        "After an erasure no table of any service names the person or the person's own browser",
                        ErasureAttacks::browserLeftBehind),
                new Attack(
                        "late-events-of-the-erased",
                        "Events that come after an erasure are dropped, and the old pseudonym stands for nobody",
                        ErasureAttacks::lateEvents));
    }

    private static AttackResult lateEvents(Target target) {
        Shopper shopper = target.shoppers().who("late", Shoppers.EVERYTHING);
        target.shoppers().looksAt(shopper, "mug-1");
        target.shoppers().profile(shopper);

        target.requests().erase(shopper.customer());

        List<String> wrong = new ArrayList<>();
        var late = target.shoppers().browser(Shoppers.view("mug-2").put("userId", shopper.customer()));
        if (late.json().path("accepted").asInt() == 1) {
            wrong.add("the door takes an event of the erased customer");
        }
        if (target.send(Storefront.profile(shopper.pseudonym())).ok()) {
            wrong.add("the old pseudonym has a profile");
        }
        if (ConsentAttacks.allowed(target, shopper.pseudonym(), "analytics")) {
            wrong.add("the old pseudonym still allows analytics");
        }
        target.require(Storefront.grant(shopper.customer(), List.of("analytics")));
        if (target.shoppers().pseudonym("customer_id", shopper.customer()).equals(shopper.pseudonym())) {
            wrong.add("who comes back has the old pseudonym");
        }
        return AttackResult.of(wrong, "a late event, profile, decision and return of an erased person");
    }

    private static AttackResult browserLeftBehind(Target target) throws SQLException {
        Shoppers shoppers = target.shoppers();
        String browser = Target.unique("own-browser");
        target.remember(browser);
        target.require(LinkAttacks.grantOfBrowser(browser));
        for (int i = 0; i < 4; i++) {
            String product = "mug-" + i;
            Shoppers.until(
                    () -> LinkAttacks.accepted(
                            shoppers.browser(Shoppers.view(product).put("anonymousId", browser))),
                    "The door drops the views of a browser that has consented.");
        }
        Shopper shopper = shoppers.who("erased", Shoppers.EVERYTHING);
        target.require(new Call(
                "PUT",
                Part.PRIVACY,
                "/v1/vault/" + shopper.pseudonym(),
                "storefront",
                "{\"email\":\"" + shopper.customer() + "@mail.example\",\"anonymousIds\":[\"" + browser + "\"]}",
                Map.of("Content-Type", "application/json")));
        target.require(Call.post(
                        Part.INGEST,
                        "/v1/identify",
                        Json.object().put("userId", shopper.customer()).put("anonymousId", browser))
                .withWriteKey());
        shoppers.looksAt(shopper, "mug-5");
        shoppers.profile(shopper);
        target.send(Storefront.decide("home", shopper.pseudonym(), List.of()));
        target.send(Storefront.recommend(shopper.pseudonym(), 3));
        String browsersPseudonym = shoppers.pseudonym("anonymous_id", browser);

        target.requests().erase(shopper.customer());

        List<String> left = new ArrayList<>();
        for (String pseudonym : List.of(shopper.pseudonym(), browsersPseudonym)) {
            String whose = pseudonym.equals(browsersPseudonym) ? "of the browser" : "of the customer";
            for (Part part : Tables.DATABASES) {
                Tables.naming(target, part, pseudonym).forEach(row -> left.add(row + " " + whose));
            }
        }
        return AttackResult.of(left, "every text column of four databases, for customer and browser");
    }
}
