package dev.aisle.local.attacks;

import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.stack.Part;
import java.time.Duration;
import java.util.Optional;

/** Requests that a person has a right to, made and waited for. */
final class PersonRequests {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN = Duration.ofMillis(300);

    private final Target target;

    PersonRequests(Target target) {
        this.target = target;
    }

    /** Erases a customer; returns when every service has acknowledged it. */
    void erase(String customer) {
        complete(Storefront.erase(customer));
    }

    /** Asks for a customer's data; returns the request's id when the archive is complete. */
    String access(String customer) {
        return complete(Call.post(
                        Part.PRIVACY,
                        "/v1/requests",
                        Json.object().put("subject", "customer_id:" + customer).put("type", "access"))
                .as("storefront"));
    }

    /** The call that fetches the archive of a request, without its token. */
    Call archive(String request) {
        return Call.get(Part.PRIVACY, "/v1/requests/" + request + "/archive").as("storefront");
    }

    /** A new token for the archive of a request; the ones before it open nothing any more. */
    String archiveToken(String request) {
        return target.require(Call.post(Part.PRIVACY, "/v1/requests/" + request + "/archive-token", Json.object())
                        .as("storefront"))
                .json()
                .path("token")
                .asText();
    }

    private String complete(Call request) {
        String id = target.require(request).json().path("id").asText();
        Call status = Call.get(Part.PRIVACY, "/v1/requests/" + id).as("privacy-officer");
        Waiting.require(
                PATIENCE,
                BETWEEN,
                () -> Optional.of(target.require(status).json())
                        .filter(answer -> answer.path("status").asText().equals("completed")),
                () -> "The request is not complete: " + target.require(status).body());
        return id;
    }
}
