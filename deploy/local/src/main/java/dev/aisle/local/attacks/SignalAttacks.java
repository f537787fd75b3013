package dev.aisle.local.attacks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.stack.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Attacks by consent strings that look like a yes and are none. */
final class SignalAttacks {
    private static final Set<Integer> ALL = Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    private static final Set<Integer> SOME_VENDORS = Set.of(2, 7);
    private static final List<String> PURPOSES =
            List.of("analytics", "personalization", "model_training", "ads_targeted");
    private static final Duration YEARS = Duration.ofDays(500);

    private SignalAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack(
                        "tcf-without-basis",
                        "A TCF string without vendor, publisher consent or a valid date gives no yes",
                        SignalAttacks::tcfWithoutBasis),
                new Attack(
                        "tcf-for-ever",
                        "A yes by a TCF string ends 13 months after its last update",
                        SignalAttacks::tcfForEver));
    }

    private static AttackResult tcfWithoutBasis(Target target) {
        Instant now = Instant.now();
        Map<String, String> strings = new LinkedHashMap<>();
        strings.put("no vendor and no publisher segment", TcfBits.of(now, ALL, Set.of(), null));
        strings.put("a publisher segment without purposes", TcfBits.of(now, ALL, SOME_VENDORS, Set.of()));
        strings.put("of 1970", TcfBits.of(Instant.EPOCH, ALL, SOME_VENDORS, ALL));
        strings.put("older than 13 months", TcfBits.of(now.minus(YEARS), ALL, SOME_VENDORS, ALL));
        strings.put("of the future", TcfBits.of(now.plus(YEARS), ALL, SOME_VENDORS, ALL));
        strings.put("without purposes", TcfBits.of(now, Set.of(), SOME_VENDORS, Set.of()));
        List<String> allowed = new ArrayList<>();
        strings.forEach((what, string) -> {
            String pseudonym = record(target, string);
            for (String purpose : PURPOSES) {
                if (ConsentAttacks.allowed(target, pseudonym, purpose)) {
                    allowed.add("a string " + what + " allows " + purpose);
                }
            }
        });
        return AttackResult.of(allowed, strings.size() + " strings, four purposes each");
    }

    private static AttackResult tcfForEver(Target target) {
        String pseudonym = record(target, TcfBits.of(Instant.now(), ALL, SOME_VENDORS, ALL));
        var decision = ConsentAttacks.decision(target, pseudonym, "analytics");
        if (!decision.path("decision").asText().equalsIgnoreCase("allow")) {
            return AttackResult.broken("a whole string of today allows nothing, so nothing is shown: " + decision);
        }
        return decision.path("validUntil").isTextual()
                ? AttackResult.held("a string of today holds until "
                        + decision.path("validUntil").asText())
                : AttackResult.broken("a yes without an end: " + decision);
    }

    /** Records a string for somebody new; answers the pseudonym. */
    private static String record(Target target, String tc) {
        String customer = Target.unique("tcf");
        ObjectNode body = Json.object()
                .put("subject", "customer_id:" + customer)
                .put("jurisdiction", "EU")
                .put("ageBand", "adult")
                .put("noticeVersion", "1")
                .put("method", "banner")
                .put("tc", tc);
        body.putObject("decisions");
        target.require(Call.post(Part.PRIVACY, "/v1/consents", body).as("storefront"));
        return target.shoppers().pseudonym("customer_id", customer);
    }
}
