package dev.aisle.local.attacks;

import dev.aisle.local.attacks.Shoppers.Shopper;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.stack.Part;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Attacks by words: addresses and card numbers typed where nobody expects them must not be stored. */
final class TextAttacks {
    private static final String CARD = "4111 1111 1111 1111";
    private static final Duration SETTLED = Duration.ofSeconds(4);

    private TextAttacks() {}

    static List<Attack> all() {
        return List.of(new Attack(
                "identifiers-in-free-text",
                "An e-mail address or a card number that a shopper types is stored nowhere as typed",
                TextAttacks::freeText));
    }

    private static AttackResult freeText(Target target) throws IOException, InterruptedException, SQLException {
        Shopper shopper = target.shoppers().who("talkative", List.of("analytics", "personalization"));
        String email = Target.unique("typed") + "@x.example";
        target.remember(email);
        String words = "my email is " + email + ", card " + CARD;
        Conversations.say(target, shopper.pseudonym(), words);
        Conversations.say(target, target.shoppers().pseudonym("customer_id", Target.unique("silent")), words);
        target.send(Call.post(
                        Part.RECOMMENDER,
                        "/v1/search",
                        Json.object().put("query", words).put("subject", shopper.pseudonym()))
                .as("storefront"));
        var search = Shoppers.track("Products Searched").put("userId", shopper.customer());
        search.withObject("/properties").put("query", words);
        target.shoppers().browser(search);
        Waiting.pause(SETTLED);

        List<String> found = new ArrayList<>();
        for (Part part : Tables.DATABASES) {
            found.addAll(Tables.naming(target, part, email));
            found.addAll(Tables.naming(target, part, CARD));
        }
        return AttackResult.of(found, "conversation with and without consent, search, event: four databases searched");
    }
}
