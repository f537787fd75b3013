package dev.aisle.recommender.search;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.aisle.recommender.catalog.CatalogueItem.Sale;
import dev.aisle.recommender.catalog.ItemTraits;
import dev.aisle.recommender.catalog.ProductChange;
import dev.aisle.recommender.catalog.ProductChange.Described;
import dev.aisle.recommender.catalog.ProductTexts;
import dev.aisle.recommender.search.ReciprocalRanks.Joined;
import dev.aisle.recommender.search.ReciprocalRanks.Kind;
import dev.aisle.recommender.search.content.ContentSpace.Near;
import dev.aisle.recommender.search.content.Space;
import dev.aisle.text.SentenceModels;
import dev.aisle.text.StoredVector;
import dev.aisle.text.TextModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The quality figures of docs/search.md on real titles and texts; prints and asserts nothing: {@code -Daisle.figures=true}. */
@EnabledIfSystemProperty(named = "aisle.figures", matches = "true")
class SearchQualityTest {
    private static final SentenceModels MODELS = new SentenceModels(true);
    private static final int QUERIES = 300;
    private static final int DEPTH = 50;
    private static final Pattern CELL = Pattern.compile("\\s*(?:\"((?:[^\"]|\"\")*)\"|([^,]*))(?:,|$)");

    @TempDir
    Path folder;

    /** A text with what it is about. */
    private record Text(String text, String label) {}

    @Test
    void titlesOfAShopThatAreHalfRemembered() throws IOException {
        List<Text> titles = distinct(csv("online_retail/online_retail.csv.gz", 2, 1));
        measureTitles("online_retail titles", titles, TextModel.ENGLISH);
    }

    @Test
    void titlesOfFilmsThatAreHalfRemembered() throws IOException {
        measureTitles("ml-latest-small titles", distinct(csv("ml-latest-small/movies.csv", 1, 2)), TextModel.ENGLISH);
    }

    @Test
    void chineseTextsThatAreHalfRemembered() throws IOException {
        List<Text> texts = distinct(csv("reviews_zh/dev.csv", 2, 0));
        List<Text> short60 = texts.stream()
                .map(text -> new Text(
                        text.text().substring(0, Math.min(60, text.text().length())), text.label()))
                .toList();
        Engine engine = new Engine(short60, TextModel.CHINESE);
        measure("reviews_zh, 8 characters of the text without one", engine, short60, SearchQualityTest::fragment);
        measureLabels("reviews_zh, same kind of product", engine, short60, short60, true);
    }

    @Test
    void questionsOfTheSameIntent() throws IOException {
        List<Text> train = distinct(csv("support_intents/train.csv", 0, 1));
        Engine engine = new Engine(train, TextModel.ENGLISH);
        measureLabels(
                "support_intents, same intent", engine, train, distinct(csv("support_intents/dev.csv", 0, 1)), false);
        List<Text> foreign = distinct(csv("support_intents/out_of_scope_dev.csv", 0, 0));
        System.out.printf(
                "share of out-of-scope questions that find something by meaning: %.2f%n",
                foreign.stream()
                                .filter(text -> !engine.byMeaning(text.text()).isEmpty())
                                .count()
                        / (double) foreign.size());
    }

    private void measureTitles(String name, List<Text> titles, TextModel model) throws IOException {
        Engine engine = new Engine(titles, model);
        measure(name + ", as they are", engine, titles, (text, random) -> text);
        measure(name + ", a letter wrong", engine, titles, SearchQualityTest::mistyped);
        measure(name + ", a word left out, others swapped", engine, titles, SearchQualityTest::forgotten);
        measure(name + ", last word half typed", engine, titles, SearchQualityTest::halfTyped);
    }

    private static void measure(
            String name, Engine engine, List<Text> texts, BiFunction<String, SplittableRandom, String> change) {
        SplittableRandom random = new SplittableRandom(5);
        Map<String, Double> sums = new LinkedHashMap<>();
        for (int query = 0; query < QUERIES; query++) {
            int wanted = random.nextInt(texts.size());
            String asked = change.apply(texts.get(wanted).text(), random);
            engine.all(asked).forEach((way, ids) -> sums.merge(way, reciprocal(ids, wanted), Double::sum));
        }
        System.out.printf("%-60s MRR of %d texts:", name, texts.size());
        sums.forEach((way, sum) -> System.out.printf("  %s %.3f", way, sum / QUERIES));
        System.out.println();
    }

    private static double reciprocal(List<String> ids, int wanted) {
        int place = ids.indexOf(Integer.toString(wanted));
        return place < 0 ? 0 : 1.0 / (place + 1);
    }

    private static void measureLabels(
            String name, Engine engine, List<Text> texts, List<Text> questions, boolean themselves) {
        SplittableRandom random = new SplittableRandom(6);
        BiPredicate<Text, String> right =
                (question, id) -> texts.get(Integer.parseInt(id)).label().equals(question.label());
        Map<String, Double> sums = new LinkedHashMap<>();
        for (int query = 0; query < QUERIES; query++) {
            Text question = questions.get(random.nextInt(questions.size()));
            engine.all(question.text()).forEach((way, ids) -> {
                List<String> others = ids.stream()
                        .filter(id ->
                                !themselves || !texts.get(Integer.parseInt(id)).equals(question))
                        .limit(10)
                        .toList();
                double good =
                        others.stream().filter(id -> right.test(question, id)).count();
                sums.merge(way, good / 10, Double::sum);
            });
        }
        System.out.printf("%-60s P@10 of %d texts:", name, texts.size());
        sums.forEach((way, sum) -> System.out.printf("  %s %.3f", way, sum / QUERIES));
        System.out.println();
    }

    private static String mistyped(String text, SplittableRandom random) {
        List<Integer> places = new ArrayList<>();
        for (int place = 1; place + 1 < text.length(); place++) {
            if (Character.isLetter(text.charAt(place - 1)) && Character.isLetter(text.charAt(place))) {
                places.add(place);
            }
        }
        if (places.isEmpty()) {
            return text;
        }
        int place = places.get(random.nextInt(places.size()));
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, place) + text.substring(place + 1);
            case 1 -> text.substring(0, place) + text.charAt(place) + text.substring(place);
            default -> text.substring(0, place) + 'q' + text.substring(place + 1);
        };
    }

    private static String forgotten(String text, SplittableRandom random) {
        List<String> words = new ArrayList<>(List.of(text.split("\\s+")));
        if (words.size() > 2) {
            words.remove(random.nextInt(words.size()));
        }
        return String.join(" ", words.reversed());
    }

    private static String halfTyped(String text, SplittableRandom random) {
        int space = text.lastIndexOf(' ');
        int last = text.length() - space - 1;
        return text.substring(0, text.length() - last / 2);
    }

    private static String fragment(String text, SplittableRandom random) {
        int length = Math.min(8, text.length());
        int from = random.nextInt(text.length() - length + 1);
        StringBuilder part = new StringBuilder(text.substring(from, from + length));
        return part.length() < 3
                ? part.toString()
                : part.deleteCharAt(part.length() / 2).toString();
    }

    /** Search over texts whose ids are their places. */
    private final class Engine {
        private final ProductIndex index;
        private final Space space;
        private final TextModel model;

        Engine(List<Text> texts, TextModel model) throws IOException {
            this.model = model;
            this.space = new Space(model.dimension());
            this.index = new ProductIndex(new SearchConfig() {
                @Override
                public Path directory() {
                    return folder;
                }

                @Override
                public String language() {
                    return "en";
                }
            });
            List<ProductChange> products = new ArrayList<>();
            long began = System.nanoTime();
            for (Text text : texts) {
                String id = Integer.toString(products.size());
                products.add(product(id, text.text()));
                space.put(
                        id, StoredVector.of(1, MODELS.embed(model, text.text()).orElseThrow()));
            }
            double millis = (System.nanoTime() - began) / 1e6 / texts.size();
            index.write(products);
            index.refresh();
            System.out.printf("%s: %.2f ms a text%n", model.id(), millis);
        }

        Map<String, List<String>> all(String asked) {
            Locale locale = model == TextModel.CHINESE ? Locale.CHINESE : Locale.ENGLISH;
            List<String> most = index.ofWords(asked, locale, DEPTH, id -> true);
            List<String> words = most.isEmpty() ? index.ofHalfOfTheWords(asked, locale, DEPTH, id -> true) : most;
            List<String> meaning = byMeaning(asked);
            List<String> both = new ReciprocalRanks()
                    .add(Kind.WORDS, 1, words).add(Kind.MEANING, 1, meaning).joined().stream()
                            .map(Joined::productId)
                            .toList();
            Map<String, List<String>> ways = new LinkedHashMap<>();
            ways.put("words", words);
            ways.put("meaning", meaning);
            ways.put("both", both);
            return ways;
        }

        List<String> byMeaning(String asked) {
            return space.nearest(MODELS.embed(model, asked).orElseThrow(), DEPTH, model.floor(), id -> true).stream()
                    .map(Near::productId)
                    .toList();
        }
    }

    private static Described product(String id, String title) {
        return new Described(
                id,
                title,
                List.of(),
                "",
                null,
                "",
                "",
                Sale.NOW,
                ItemTraits.NONE,
                ProductTexts.NONE,
                new byte[0],
                Instant.EPOCH);
    }

    private static List<Text> distinct(List<Text> texts) {
        Map<String, Text> kept = new LinkedHashMap<>();
        texts.stream()
                .filter(text -> text.text().strip().length() > 3)
                .forEach(text -> kept.putIfAbsent(text.text(), text));
        return List.copyOf(kept.values());
    }

    private static List<Text> csv(String name, int textAt, int labelAt) throws IOException {
        Path file = shared(name);
        List<Text> texts = new ArrayList<>();
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> cells = new ArrayList<>();
                Matcher cell = CELL.matcher(line);
                while (cells.size() <= Math.max(textAt, labelAt) && cell.lookingAt()) {
                    cells.add(cell.group(1) == null ? cell.group(2) : cell.group(1));
                    cell.region(cell.end(), line.length());
                }
                if (cells.size() > Math.max(textAt, labelAt)) {
                    texts.add(new Text(cells.get(textAt), cells.get(labelAt)));
                }
            }
        }
        return texts;
    }

    private static Path shared(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("shared/data").resolve(name);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        return abort("There is no shared/data/" + name + " beside the clone.");
    }
}
