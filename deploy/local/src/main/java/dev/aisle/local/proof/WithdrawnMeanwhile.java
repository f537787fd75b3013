package dev.aisle.local.proof;

import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.stack.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Somebody whose consent stands in the backup and was withdrawn before it is put back. */
final class WithdrawnMeanwhile {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final ApiClient api;
    private final String customer;
    private String pseudonym = "";

    WithdrawnMeanwhile(ApiClient api, String customer) {
        this.api = api;
        this.customer = customer;
    }

    void grant() {
        pseudonym = Storefront.pseudonymOf(api.require(Storefront.pseudonym(customer)));
        api.require(Storefront.grant(customer, List.of("personalization")));
        Waiting.require(
                PATIENCE,
                BETWEEN,
                () -> Optional.of(reason()).filter(reason -> !reason.equals("NO_CONSENT")),
                () -> "A grant never reached the recommender.");
    }

    void withdraw() {
        api.require(Storefront.withdraw(pseudonym, "personalization"));
    }

    /** What is wrong after the restore; nothing when the newer word counts for privacy-service and for who uses the data. */
    List<String> stillHolds() {
        var remarks = new ArrayList<String>();
        var said = api.require(
                        Call.get(Part.PRIVACY, "/v1/consents/" + pseudonym).as("storefront"))
                .json();
        if (!said.toString().contains("withdrawn")) {
            remarks.add("The consent that was withdrawn after the backup is back: " + said.path("decisions"));
        }
        if (!reason().equals("NO_CONSENT")) {
            remarks.add("A list is personal though the consent was withdrawn after the backup.");
        }
        return remarks;
    }

    private String reason() {
        return api.require(Storefront.recommend(pseudonym, 3))
                .json()
                .path("reason")
                .asText();
    }
}
