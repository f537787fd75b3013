package dev.aisle.compute.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop in which people of two places buy of three categories, as table, JSON and page. */
class ReportTest {
    private static final String[] ALGORITHMS = {
        "popularity",
        "popularity-decay:days=20",
        "trending",
        "popularity-by",
        "content",
        "itemknn:k=20",
        "itemknn:k=1",
        "blend"
    };

    @TempDir
    private static Path folder;

    private static Evaluated evaluated;
    private static String page;

    @BeforeAll
    static void evaluate() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder events = new StringBuilder("user,item,time,place\n");
        for (int user = 0; user < 240; user++) {
            for (int n = 0; n < 4 + user % 9; n++) {
                int item = random.nextInt(5) == 0
                        ? random.nextInt(60)
                        : random.nextInt(random.nextInt(1, 21)) * 3 + user % 3;
                events.append("u%d,i%d,2024-%02d-%02d,%s%n"
                        .formatted(
                                user,
                                item,
                                1 + random.nextInt(6),
                                1 + random.nextInt(28),
                                user % 2 == 0 ? "town" : "country"));
            }
        }
        StringBuilder items = new StringBuilder("item,category,brand,price,title\n");
        for (int item = 0; item < 60; item++) {
            items.append(
                    "i%d,c%d,b%d,%d.5,<Tea> & number %d%n".formatted(item, item % 3, item % 7, item % 10, item / 3));
        }
        Path html = folder.resolve("report.html");
        evaluated = Evaluated.of(
                folder,
                "--format",
                "events",
                "--data",
                Files.writeString(folder.resolve("events.csv"), events).toString(),
                "--items",
                Files.writeString(folder.resolve("items.csv"), items).toString(),
                "--split",
                "temporal:2024-05-01",
                "--group",
                "place",
                "--algorithms",
                String.join(";", ALGORITHMS),
                "--k",
                "1,5,10",
                "--out",
                html.toString());
        page = Files.readString(html);
    }

    @Test
    void everyMetricOfTheDesignIsThereWithItsIntervalWhenTheDataHasWhatItNeeds() {
        for (int n = 0; n < ALGORITHMS.length; n++) {
            JsonNode metrics = evaluated.report().at("/algorithms/" + n + "/metrics");
            for (String name : List.of(
                    "accuracy",
                    "precision",
                    "recall",
                    "hr",
                    "ndcg",
                    "ndcg_jarvelin",
                    "map",
                    "mrr",
                    "rprecision",
                    "f1",
                    "coverage",
                    "novelty",
                    "new",
                    "ild_cosine",
                    "ild_jaccard",
                    "gini",
                    "entropy",
                    "arp",
                    "aplt",
                    "poprsp",
                    "calibration",
                    "serendipity",
                    "serendipity_own",
                    "unexpectedness",
                    "pricersp",
                    "brandrsp",
                    "group_parity")) {
                JsonNode metric = metrics.get(name + "@10");
                assertThat(metric.get("value").isNumber())
                        .as(name + " " + metric)
                        .isTrue();
                assertThat(metric.get("low").asDouble())
                        .as(name)
                        .isLessThanOrEqualTo(metric.get("high").asDouble());
            }
            assertThat(metrics.has("popreo@10")).isTrue();
        }
    }

    @Test
    void peopleAndItemsAreCutIntoSlicesThatAddUp() {
        JsonNode slices = evaluated.report().at("/algorithms/0/slices");

        assertThat(slices.at("/group town/users").asInt()
                        + slices.at("/group country/users").asInt())
                .isEqualTo(evaluated.report().get("users").asInt());
        assertThat(slices.properties().stream()
                        .map(e -> e.getValue().get("kind").asText())
                        .distinct())
                .contains("history", "group", "items", "price", "brand");
        assertThat(slices.at("/price low/metrics/recall@10/value").isNumber()).isTrue();
        assertThat(slices.at("/items tail/metrics/ndcg@5/low").isNumber()).isTrue();
    }

    @Test
    void everyPairIsComparedAndAdjusted() {
        JsonNode pairs = evaluated.report().at("/significance/ndcg@5");
        int count = ALGORITHMS.length * (ALGORITHMS.length - 1) / 2;

        assertThat(pairs.size()).isEqualTo(count);
        for (JsonNode pair : pairs) {
            assertThat(pair.get("adjusted").asDouble())
                    .isBetween(
                            pair.get("p").asDouble(),
                            Math.min(1, count * pair.get("p").asDouble()) + 1e-12);
            assertThat(pair.get("significant").asBoolean())
                    .isEqualTo(pair.get("adjusted").asDouble() < 0.05);
        }
        JsonNode first = pairs.get(0);
        assertThat(first.get("difference").asDouble())
                .isCloseTo(evaluated.metric(0, "ndcg@5") - evaluated.metric(1, "ndcg@5"), within(1e-12));
    }

    @Test
    void theTableNamesTheBestAndTheChanceOfTheOthers() {
        List<String> lines = evaluated.shell().lines();

        assertThat(lines).hasSize(ALGORITHMS.length + 1);
        assertThat(lines.getFirst()).contains("p to best");
        assertThat(lines.stream().filter(line -> line.contains(" best "))).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void thePageNeedsNothingElse() {
        assertThat(page)
                .startsWith("<!doctype html>")
                .doesNotContain("<script", "http:", "https:", "src=", "@import", "url(", "NaN", "Infinity")
                .contains("prefers-color-scheme:dark", "width=device-width", "Is the difference real?");
    }

    @Test
    void everyChartHasATitleADescriptionAndItsNumbersBeside() {
        List<String> ids = found("id=\"([^\"]+)\"");
        List<String> charts = found("<svg class=\"chart\"[^>]*aria-labelledby=\"([^\"]+)\"");

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(charts)
                .hasSizeGreaterThan(20)
                .allSatisfy(labels -> assertThat(ids).contains(labels.split(" ", -1)));
        assertThat(found("<(table)>")).hasSizeGreaterThan(8);
        assertThat(found("(<th scope=\"row\">)")).hasSizeGreaterThan(100);
    }

    @Test
    void everyElementIsClosed() {
        for (String tag : List.of(
                "section", "figure", "details", "table", "tr", "td", "th", "div", "svg", "p", "ul", "li", "summary")) {
            assertThat(found("(</" + tag + ">)")).as(tag).hasSameSizeAs(found("(<" + tag + "[ >])"));
        }
    }

    @Test
    void anAlgorithmThatComesTwiceIsCalledByNumber() {
        assertThat(page).contains(">itemknn 1<", ">itemknn 2<", "itemknn:k=20");
    }

    private static List<String> found(String pattern) {
        List<String> all = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }
}
