package dev.aisle.local.importer;

import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Meter;
import dev.aisle.local.stack.Part;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Grants that the shop already has on record, told to privacy-service one by one as any shop would tell it.
 *
 * @param purposes     what was granted
 * @param jurisdiction where the people live, as an ISO code
 */
public record Consents(Set<String> purposes, String jurisdiction) {
    static final Set<String> KNOWN = Set.of(
            "necessary",
            "analytics",
            "personalization",
            "model_training",
            "marketing_email",
            "marketing_push",
            "ads_targeted",
            "sale_share",
            "joint_training",
            "cross_domain");
    private static final int AT_ONCE = 8;

    public Consents {
        purposes = Set.copyOf(purposes);
    }

    /** Reads {@code personalization,analytics}. */
    public static Consents parse(String list, String jurisdiction) {
        var purposes = new TreeSet<String>();
        for (var word : list.split(",", -1)) {
            var purpose = word.strip();
            if (!KNOWN.contains(purpose)) {
                throw new CommandFailure("--consent knows no purpose \"" + purpose + "\"; there are "
                        + String.join(", ", new TreeSet<>(KNOWN)) + ".");
            }
            purposes.add(purpose);
        }
        return new Consents(purposes, jurisdiction);
    }

    /** Grants for each customer number. Repeating it changes nothing: the idempotency key is the same. */
    public void grant(ApiClient api, List<String> customers, String batch, Meter meter) {
        Lanes.run(AT_ONCE, lane -> {
            for (int i = lane; i < customers.size(); i += AT_ONCE) {
                api.require(call(customers.get(i), batch));
                meter.add(1);
            }
        });
    }

    private Call call(String customer, String batch) {
        var body = Json.object()
                .put("subject", "customer_id:" + customer)
                .put("jurisdiction", jurisdiction)
                .put("ageBand", "adult")
                .put("noticeVersion", "1")
                .put("method", "import");
        var decisions = body.putObject("decisions");
        purposes.stream().sorted().forEach(purpose -> decisions.put(purpose, "grant"));
        return Call.post(Part.PRIVACY, "/v1/consents", body)
                .as("storefront")
                .header("Prefer", "respond-async")
                .header("Idempotency-Key", MessageIds.of(batch, "consent:" + customer));
    }
}
