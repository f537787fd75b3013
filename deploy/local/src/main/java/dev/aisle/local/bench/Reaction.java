package dev.aisle.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.shell.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The time from a view to changed recommendations, for several new people. */
final class Reaction {
    private static final int TRIES = 9;
    private static final int SIZE = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final ApiClient api;
    private final Progress progress;

    Reaction(ApiClient api, Progress progress) {
        this.api = api;
        this.progress = progress;
    }

    void measure() {
        var products = popular();
        if (products.size() < 2) {
            progress.say(
                    "FIGURE  event to changed recommendation: not measured, the shop is empty (./aisle demo fills it)");
            return;
        }
        var run = "react-" + Instant.now().toEpochMilli();
        var seconds = new ArrayList<Double>();
        for (int number = 0; number < TRIES; number++) {
            once(run + "-" + number, products).ifPresent(seconds::add);
        }
        seconds.sort(Double::compare);
        progress.say(
                seconds.isEmpty()
                        ? "FIGURE  event to changed recommendation: no change was seen"
                        : String.format(
                                Locale.ROOT,
                                "FIGURE  event to changed recommendation: p50 %.3f s, longest %.3f s, of %d of %d tries",
                                seconds.get(seconds.size() / 2),
                                seconds.getLast(),
                                seconds.size(),
                                TRIES));
    }

    /** What everyone is offered: ids that the catalogue surely knows. */
    private List<String> popular() {
        var nobody = Storefront.pseudonymOf(api.require(Storefront.pseudonym("nobody")));
        return Storefront.productIds(
                api.require(Storefront.recommend(nobody, 50)).json());
    }

    private Optional<Double> once(String customer, List<String> products) {
        api.require(Storefront.grant(customer, List.of("analytics", "model_training", "personalization")));
        var pseudonym = Storefront.pseudonymOf(api.require(Storefront.pseudonym(customer)));
        takenIn(customer, products.getFirst());
        var before = settled(pseudonym);
        var known = new HashSet<>(before);
        known.add(products.getFirst());
        var news = products.stream()
                .filter(product -> !known.contains(product))
                .findFirst()
                .orElse(products.getLast());
        var start = System.nanoTime();
        api.require(Storefront.view(customer, product(news)));
        return Waiting.until(
                        PATIENCE,
                        Duration.ofMillis(20),
                        () -> Optional.of(recommended(pseudonym)).filter(now -> !now.equals(before)))
                .map(_ -> (System.nanoTime() - start) / 1e9);
    }

    /** The first view, repeated until the door knows of the grant. */
    private void takenIn(String customer, String product) {
        Waiting.until(
                PATIENCE,
                Duration.ofMillis(100),
                () -> Optional.of(api.require(Storefront.view(customer, product(product)))
                                .json())
                        .filter(answer -> answer.path("accepted").asInt() == 1));
    }

    /** The recommendations once the first view has had its effect: personal, and twice the same. */
    private List<String> settled(String pseudonym) {
        var last = new ArrayList<List<String>>();
        Waiting.until(PATIENCE, Duration.ofMillis(700), () -> {
            var answer = api.require(Storefront.recommend(pseudonym, SIZE)).json();
            last.add(Storefront.productIds(answer));
            var count = last.size();
            return Optional.of(answer.path("personalized").asBoolean())
                    .filter(personal ->
                            personal && count > 1 && last.get(count - 1).equals(last.get(count - 2)));
        });
        return last.getLast();
    }

    private List<String> recommended(String pseudonym) {
        return Storefront.productIds(
                api.require(Storefront.recommend(pseudonym, SIZE)).json());
    }

    private static JsonNode product(String id) {
        return Json.object().put("productId", id);
    }
}
