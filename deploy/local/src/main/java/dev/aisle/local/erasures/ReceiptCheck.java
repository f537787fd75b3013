package dev.aisle.local.erasures;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.stack.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks at each erasure: complete, a receipt of each service and no second one, and the one consent removed exactly once. */
final class ReceiptCheck {
    private static final Set<String> SERVICES = Set.of(
            "event-ingest-service",
            "event-archive",
            "profile-service",
            "recommender-service",
            "campaign-service",
            "privacy-service");
    private static final int MOST_REMARKS = 20;

    private final ApiClient api;

    ReceiptCheck(ApiClient api) {
        this.api = api;
    }

    List<String> remarks(List<String> ids) {
        List<String> remarks = new ArrayList<>();
        if (new HashSet<>(ids).size() != ids.size()) {
            remarks.add("Two people have the same request.");
        }
        for (String id : ids) {
            if (remarks.size() < MOST_REMARKS) {
                check(
                        id,
                        api.require(Call.get(Part.PRIVACY, "/v1/requests/" + id).as("privacy-officer"))
                                .json(),
                        remarks);
            }
        }
        return remarks;
    }

    private static void check(String id, JsonNode request, List<String> remarks) {
        List<String> answered = new ArrayList<>();
        request.path("receipts")
                .forEach(receipt -> answered.add(receipt.path("service").asText()));
        if (!request.path("status").asText().equals("completed")) {
            remarks.add(id + " is " + request.path("status").asText());
        }
        if (answered.size() != SERVICES.size() || !new TreeSet<>(answered).equals(new TreeSet<>(SERVICES))) {
            remarks.add(id + " was answered by " + answered);
        }
        for (JsonNode receipt : request.path("receipts")) {
            if (receipt.path("removed").has("consentVersions")
                    && receipt.path("removed").path("consentVersions").asInt() != 1) {
                remarks.add(id + " removed " + receipt.path("removed"));
            }
        }
    }
}
