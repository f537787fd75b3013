package dev.aisle.local.attacks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.attacks.Shoppers.Shopper;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Reply;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.stack.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Attacks on published numbers: one is subtracted from another, and what is left is one person. */
final class CountAttacks {
    private static final int CROWD = 60;
    private static final int VICTIMS = 10;
    /** With a guard that answers at chance, at least this many of ten guesses are right once in a thousand runs. */
    private static final int TOO_OFTEN = 10;

    private static final int FEWEST = 20;

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private CountAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack(
                        "segments-subtracted",
                        "Sizes of two segments that differ by one person do not tell what that person did",
                        CountAttacks::segments),
                new Attack(
                        "consent-counts-subtracted",
                        "Of two numbers of consents that differ by one person only one is shown",
                        CountAttacks::consents));
    }

    /** Each victim alone has looked at a product of their own; did they also look at the other one? Two segments tell. */
    private static AttackResult segments(Target target) {
        Shoppers shoppers = target.shoppers();
        String mark = Target.unique("crowd");
        for (int i = 0; i < CROWD; i++) {
            shoppers.looksAt(shoppers.who("crowd", List.of("analytics", "personalization")), mark);
        }
        Random coin = new Random(CROWD);
        List<Boolean> truth = new ArrayList<>();
        for (int i = 0; i < VICTIMS; i++) {
            Shopper victim = shoppers.who("victim", List.of("analytics", "personalization"));
            boolean other = coin.nextBoolean();
            shoppers.looksAt(victim, mark, mark + "-own-" + i, other ? mark + "-yes" : mark + "-no");
            shoppers.profile(victim);
            truth.add(other);
        }
        String everybody = "did(product_view where product = \"" + mark + "\")";
        Optional<Long> base = size(target, mark + "-base", everybody);
        int right = 0;
        int answered = 0;
        for (int i = 0; i < VICTIMS; i++) {
            String alone = "(did(product_view where product = \"" + mark + "-own-" + i
                    + "\") and did(product_view where" + " product = \"" + mark + "-yes\"))";
            Optional<Long> without = size(target, mark + "-" + i, everybody + " and not " + alone);
            if (base.isPresent() && without.isPresent()) {
                answered++;
                boolean guess = base.get() - without.get() == 1;
                right += guess == truth.get(i) ? 1 : 0;
            }
        }
        return right >= TOO_OFTEN
                ? AttackResult.broken(right + " of " + VICTIMS + " guesses about one person were right")
                : AttackResult.held(right + " of " + VICTIMS + " guesses were right, " + answered + " were answered");
    }

    /** Of 21 people of a country one has denied: who sees both numbers knows what that person said. */
    private static AttackResult consents(Target target) {
        String[] countries = Locale.getISOCountries();
        String country = countries[new Random().nextInt(countries.length)];
        for (int i = 0; i <= FEWEST; i++) {
            Reply said = target.shoppers()
                    .decide(
                            "customer_id:" + Target.unique("counted"),
                            "analytics",
                            i == FEWEST ? "deny" : "grant",
                            Json.object().put("jurisdiction", country));
            if (!said.ok()) {
                return AttackResult.broken("the attempt could not be made: " + country + " " + said.complaint());
            }
        }
        Call all = Call.get(Part.PRIVACY, "/v1/counts/consents?jurisdiction=" + country);
        Call granted = Call.get(
                Part.PRIVACY, "/v1/counts/consents?jurisdiction=" + country + "&purpose=analytics&status=grant");
        Reply whole = target.send(all.as("privacy-officer"));
        Reply part = target.send(granted.as("privacy-officer"));
        return whole.ok() && part.ok()
                ? AttackResult.broken(
                        "21 people and 20 who granted are both shown: " + whole.body() + " " + part.body())
                : AttackResult.held(
                        "all of " + country + ": " + whole.status() + ", those who granted: " + part.status());
    }

    /** The size of a segment as an analyst reads it, once everybody was looked at; empty when it isn't shown. */
    private static Optional<Long> size(Target target, String id, String rule) {
        Reply made = target.send(new Call(
                "PUT",
                Part.PROFILE,
                "/v1/segments/" + id,
                "marketer",
                Json.write(Json.object().put("name", id).put("text", rule)),
                Map.of("Content-Type", "application/json")));
        if (!made.ok()) {
            return Optional.empty();
        }
        Call read = Call.get(Part.PROFILE, "/v1/segments/" + id).as("analyst");
        JsonNode segment = Waiting.require(
                PATIENCE,
                BETWEEN,
                () -> Optional.of(target.require(read).json())
                        .filter(answer ->
                                answer.path("backfill").path("progress").asDouble(1) >= 1),
                () -> "The segment was not evaluated: " + target.require(read).body());
        JsonNode size = segment.path("size");
        JsonNode number = size.isObject() ? size.path("people") : size;
        return number.isNumber() ? Optional.of(number.asLong()) : Optional.empty();
    }
}
