package dev.aisle.local.race;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Reply;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.shell.CommandFailure;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Asks the services for uses of a person; each tells whether the person's data was used. A service that was just killed doesn't
 * answer, and that is no use.
 */
final class Uses {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private final ApiClient api;
    private final Judge judge;

    Uses(ApiClient api, Judge judge) {
        this.api = api;
        this.judge = judge;
    }

    Optional<Boolean> recommend(Consenting person) {
        return ask(
                person,
                Kind.RECOMMENDATION,
                () -> api.once(Storefront.recommend(person.pseudonym(), 5)),
                reply -> !"NO_CONSENT".equals(reply.json().path("reason").asText()));
    }

    Optional<Boolean> decide(Consenting person) {
        return ask(
                person,
                Kind.DECISION,
                () -> api.once(Storefront.decide("home", person.pseudonym(), List.of())),
                reply -> !"no-consent"
                        .equals(reply.json().path("reason").path("code").asText()));
    }

    Optional<Boolean> read(Consenting person) {
        return ask(
                person,
                Kind.PROFILE,
                () -> api.once(Storefront.profile(person.pseudonym())),
                reply -> reply.status() == OK);
    }

    /** Everybody's profile in one question; true when any was read. */
    Optional<Boolean> readAll(List<Consenting> people) {
        long[] closed = people.stream().mapToLong(Consenting::closed).toArray();
        return unlessSilent(() -> {
            Reply reply = api.once(Storefront.profiles(
                    people.stream().map(Consenting::pseudonym).toList()));
            if (reply.status() != OK) {
                return Optional.empty();
            }
            Set<String> found = new HashSet<>();
            reply.json()
                    .path("profiles")
                    .forEach(profile -> found.add(profile.path("pseudonym").asText()));
            for (int i = 0; i < closed.length; i++) {
                Consenting person = people.get(i);
                judge.used(person, Kind.PROFILE, closed[i], found.contains(person.pseudonym()));
            }
            return Optional.of(!found.isEmpty());
        });
    }

    /** An event, sent again until it is answered; whether the door took it in, if it said. */
    Optional<Boolean> send(Consenting person, String product) {
        return ask(
                person,
                Kind.ADMISSION,
                () -> api.send(Storefront.view(person.customer(), product(product))),
                Uses::accepted);
    }

    private static boolean accepted(Reply reply) {
        return reply.json().path("accepted").asInt() > 0;
    }

    private static JsonNode product(String id) {
        return Json.object().put("productId", id);
    }

    private Optional<Boolean> ask(Consenting person, Kind kind, Supplier<Reply> call, Predicate<Reply> personal) {
        long closed = person.closed();
        return unlessSilent(() -> {
            Reply reply = call.get();
            if (reply.status() != OK && reply.status() != NOT_FOUND) {
                return Optional.empty();
            }
            boolean used = personal.test(reply);
            judge.used(person, kind, closed, used);
            return Optional.of(used);
        });
    }

    private static Optional<Boolean> unlessSilent(Supplier<Optional<Boolean>> question) {
        try {
            return question.get();
        } catch (CommandFailure e) {
            return Optional.empty();
        }
    }
}
