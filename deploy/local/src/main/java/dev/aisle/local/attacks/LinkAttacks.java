package dev.aisle.local.attacks;

import dev.aisle.local.attacks.Shoppers.Shopper;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Reply;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.client.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Attacks on the link between a browser and a customer. */
final class LinkAttacks {
    private static final Duration REFINED = Duration.ofSeconds(5);

    private LinkAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack(
                        "browser-takeover",
                        "Who knows a browser's anonymous id and the public write key gets nothing of that browser",
                        LinkAttacks::takeOver),
                new Attack(
                        "pseudonym-as-user-id",
                        "A pseudonym sent as userId is refused with the fix, not hashed again",
                        LinkAttacks::pseudonymAsUserId));
    }

    private static AttackResult takeOver(Target target) {
        Shoppers shoppers = target.shoppers();
        String browser = Target.unique("victims-browser");
        target.remember(browser);
        Shopper attacker = shoppers.who("attacker", Shoppers.EVERYTHING);
        target.require(grantOfBrowser(browser));
        for (String product : List.of("secret-a", "secret-b")) {
            Shoppers.until(
                    () -> accepted(shoppers.browser(Shoppers.view(product).put("anonymousId", browser))),
                    "The door drops the views of a browser that has consented.");
        }
        shoppers.looksAt(attacker, "own-product");

        shoppers.browser(Json.object()
                .put("type", "identify")
                .put("messageId", UUID.randomUUID().toString())
                .put("userId", attacker.customer())
                .put("anonymousId", browser));
        Waiting.pause(REFINED);
        shoppers.browser(Shoppers.view("secret-c").put("anonymousId", browser));
        Waiting.pause(REFINED);

        String profile = shoppers.profile(attacker).body();
        return profile.contains("secret-")
                ? AttackResult.broken("the attacker's profile shows what the browser looked at: " + profile)
                : AttackResult.held("views before and after a forged identify stay the browser's");
    }

    static Call grantOfBrowser(String browser) {
        var call = Storefront.grant("x", Shoppers.EVERYTHING);
        return new Call(
                call.method(),
                call.part(),
                call.path(),
                call.client(),
                call.body().replace("customer_id:x", "anonymous_id:" + browser),
                call.headers());
    }

    static boolean accepted(Reply reply) {
        return reply.json().path("accepted").asInt() == 1;
    }

    private static AttackResult pseudonymAsUserId(Target target) {
        Shopper shopper = target.shoppers().who("confused", List.of("analytics"));
        Reply reply = target.shoppers().browser(Shoppers.view("mug").put("userId", shopper.pseudonym()));
        return reply.body().toLowerCase(Locale.ROOT).contains("pseudonym")
                ? AttackResult.held("the answer says: " + reply.body())
                : AttackResult.broken("the answer does not say what is wrong: " + reply.body());
    }
}
