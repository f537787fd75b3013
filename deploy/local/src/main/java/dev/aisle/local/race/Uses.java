package dev.aisle.local.race;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Reply;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.shell.CommandFailure;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

/** Asks the services for uses of a person. A service that was just killed doesn't answer, and that is no use. */
final class Uses {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private final ApiClient api;
    private final Judge judge;
    private final LongAdder unanswered = new LongAdder();

    Uses(ApiClient api, Judge judge) {
        this.api = api;
        this.judge = judge;
    }

    long unanswered() {
        return unanswered.sum();
    }

    void recommend(Consenting person) {
        ask(
                person,
                Kind.RECOMMENDATION,
                Storefront.recommend(person.pseudonym(), 5),
                reply -> !"NO_CONSENT".equals(reply.json().path("reason").asText()));
    }

    void decide(Consenting person) {
        ask(
                person,
                Kind.DECISION,
                Storefront.decide("home", person.pseudonym(), List.of()),
                reply -> !"no-consent"
                        .equals(reply.json().path("reason").path("code").asText()));
    }

    void read(Consenting person) {
        ask(person, Kind.PROFILE, Storefront.profile(person.pseudonym()), reply -> reply.status() == OK);
    }

    /** An event; whether the door took it in, if it said. */
    Optional<Boolean> send(Consenting person, String product) {
        return ask(person, Kind.ADMISSION, Storefront.view(person.customer(), product(product)), Uses::accepted);
    }

    private static boolean accepted(Reply reply) {
        return reply.json().path("accepted").asInt() > 0;
    }

    private static JsonNode product(String id) {
        return Json.object().put("productId", id);
    }

    private Optional<Boolean> ask(Consenting person, Kind kind, Call call, Predicate<Reply> personal) {
        long closed = person.closed();
        try {
            Reply reply = api.send(call);
            if (reply.status() != OK && reply.status() != NOT_FOUND) {
                unanswered.increment();
                return Optional.empty();
            }
            boolean used = personal.test(reply);
            judge.used(person, kind, closed, used);
            return Optional.of(used);
        } catch (CommandFailure e) {
            unanswered.increment();
            return Optional.empty();
        }
    }
}
