package dev.aisle.recommender.serving;

import dev.aisle.algorithms.artefact.Origin;
import dev.aisle.algorithms.recommend.AlsModel;
import dev.aisle.algorithms.recommend.ImplicitAls.Ridge;
import dev.aisle.algorithms.recommend.ItemKnn;
import dev.aisle.algorithms.recommend.Popularity;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.sequence.SessionNeighbours;
import dev.aisle.algorithms.sequence.Sessions;
import dev.aisle.algorithms.sequence.Sessions.Session;
import dev.aisle.algorithms.sequence.VmisKnn;
import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.CatalogueItem.Sale;
import dev.aisle.recommender.catalog.Categories;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.catalog.ItemTraits;
import dev.aisle.recommender.catalog.Price;
import dev.aisle.recommender.catalog.Shelf;
import dev.aisle.recommender.interactions.InteractionType;
import dev.aisle.recommender.interactions.PastInteraction;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.serving.domain.Audience;
import dev.aisle.recommender.serving.domain.Caps;
import dev.aisle.recommender.serving.domain.Deadline;
import dev.aisle.recommender.serving.domain.Made;
import dev.aisle.recommender.serving.domain.ModelView;
import dev.aisle.recommender.serving.domain.Page;
import dev.aisle.recommender.serving.domain.PersonalPlan;
import dev.aisle.recommender.serving.domain.Pipeline;
import dev.aisle.recommender.serving.domain.Recent;
import dev.aisle.recommender.serving.domain.RecommendQuery;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import dev.aisle.recommender.serving.domain.Reranking;
import dev.aisle.recommender.serving.domain.Reranking.Diversity;
import dev.aisle.recommender.serving.domain.Reranking.Diversity.Method;
import dev.aisle.recommender.serving.domain.Reranking.Fairness;
import dev.aisle.recommender.serving.domain.ShopView;
import dev.aisle.recommender.serving.domain.Visit;
import dev.aisle.recommender.serving.domain.candidates.Gatherer;
import dev.aisle.recommender.serving.domain.rank.Scale;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long lists take in one thread, without network and database: a main for docs/recommendations.md, not a test. Arguments: products (50000), rank (64), lists (5000).
 */
public final class ServingSpeed {
    private static final int NEIGHBOURS = 50;
    private static final int HISTORY = 30;
    private static final int RECENT_EVERY = 10;
    private static final int TASTES = 200;
    private static final long SEED = 20_261_126L;

    private ServingSpeed() {}

    public static void main(String[] arguments) {
        int items = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
        int rank = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 64;
        int lists = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5_000;
        Map<String, CatalogueItem> products = products(items);
        long began = System.nanoTime();
        ShopView shop = shop(model(items, rank), products);
        System.out.printf(
                "%d products, rank %d; the view took %d ms%n", items, rank, (System.nanoTime() - began) / 1_000_000);
        Reranking plain = Reranking.USUAL;
        Reranking mmr = new Reranking(
                new Diversity(0.3, Method.MMR), new Caps(3, 0, 0), new Fairness(0.2, 0.05, 0.3), 0.2, false);
        Reranking dpp = new Reranking(
                new Diversity(0.3, Method.DPP), new Caps(3, 0, 0), new Fairness(0.2, 0.05, 0.3), 0.2, false);
        ItemFilter narrow = new ItemFilter(List.of(), Set.of("Brand 7"), ItemFilter.PriceRange.ANY, false, Set.of());
        time("caps only", shop, products, lists, plain, ItemFilter.NONE, false);
        time("all stages, MMR", shop, products, lists, mmr, ItemFilter.NONE, false);
        time("the same, kept", shop, products, lists, mmr, ItemFilter.NONE, true);
        time("all stages, DPP", shop, products, lists, dpp, ItemFilter.NONE, false);
        time("one brand, MMR", shop, products, lists, mmr, narrow, false);
    }

    private static void time(
            String name,
            ShopView shop,
            Map<String, CatalogueItem> products,
            int lists,
            Reranking reranking,
            ItemFilter filter,
            boolean kept) {
        Pipeline pipeline = new Pipeline(Gatherer.inTurn(), Scale.shareOfBest());
        SplittableRandom random = new SplittableRandom(SEED);
        long[] nanos = new long[lists];
        long[] cpu = new long[lists];
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        int shown = 0;
        for (int n = -lists; n < lists; n++) {
            RecommendQuery query = new RecommendQuery(
                    Visit.of("", "home"), 20, filter, reranking, Page.first(), new Shape(true, Locale.ENGLISH));
            Audience audience = audience(products.size(), random);
            long began = System.nanoTime();
            long cpuBefore = thread.getCurrentThreadCpuTime();
            Made made = pipeline.made(PersonalPlan.of(query, audience, shop, Deadline.in(Duration.ofSeconds(1))));
            shown += made.list().items().size();
            if (kept) {
                shown += made.reasons().size() - made.features().size();
            }
            if (n >= 0) {
                nanos[n] = System.nanoTime() - began;
                cpu[n] = thread.getCurrentThreadCpuTime() - cpuBefore;
            }
        }
        Arrays.sort(nanos);
        Arrays.sort(cpu);
        System.out.printf(
                Locale.ROOT,
                "%-16s p50 %.2f ms, p99 %.2f ms; of the processor p50 %.2f ms, p99 %.2f ms; %d shown%n",
                name,
                nanos[lists / 2] / 1e6,
                nanos[lists * 99 / 100] / 1e6,
                cpu[lists / 2] / 1e6,
                cpu[lists * 99 / 100] / 1e6,
                shown);
    }

    private static Audience audience(int items, SplittableRandom random) {
        List<PastInteraction> history = new ArrayList<>();
        Instant now = Instant.now();
        int home = random.nextInt(items);
        for (int n = 0; n < HISTORY; n++) {
            int item = Math.floorMod(home + random.nextInt(400) - 200, items);
            InteractionType type = n % 5 == 4 ? InteractionType.PURCHASE : InteractionType.VIEW;
            history.add(new PastInteraction(id(item), type, now.minus(Duration.ofHours(n))));
        }
        return new Audience(null, history);
    }

    private static String id(int item) {
        return "p%07d".formatted(item);
    }

    private static Map<String, CatalogueItem> products(int items) {
        Categories categories = new Categories();
        Map<String, CatalogueItem> products = new HashMap<>();
        for (int item = 0; item < items; item++) {
            products.put(
                    id(item),
                    new CatalogueItem(
                            id(item),
                            "Product " + item,
                            categories.of(List.of("Part " + item % 20, "Kind " + item % 500)),
                            "Brand " + item % 1_000,
                            new Price(100 + item % 10_000, "EUR"),
                            "",
                            "",
                            Sale.NOW,
                            ItemTraits.NONE));
        }
        return products;
    }

    private static ShopView shop(TrainedModel model, Map<String, CatalogueItem> products) {
        Shelf shelf = new Shelf() {
            @Override
            public @Nullable CatalogueItem get(String productId) {
                return products.get(productId);
            }

            @Override
            public Stream<CatalogueItem> all() {
                return products.values().stream();
            }

            @Override
            public long changes() {
                return 0;
            }
        };
        ModelView view = ModelView.of(model, shelf, SmallShop.factorsOf(model));
        Map<String, Integer> people = new HashMap<>();
        for (int item = 0; item < products.size(); item += RECENT_EVERY) {
            people.put(id(item), 1 + item % 7);
        }
        return new ShopView(
                view, shelf, List.of(), null, new Recent(List.copyOf(people.keySet()), people, 4L * people.size()));
    }

    private static TrainedModel model(int items, int rank) {
        SplittableRandom random = new SplittableRandom(SEED);
        float[] popularity = new float[items];
        String[] ids = new String[items];
        for (int item = 0; item < items; item++) {
            popularity[item] = 1000f / (1 + random.nextInt(items));
            ids[item] = id(item);
        }
        float[] tastes = gaussian(TASTES * rank, random);
        float[] factors = gaussian(items * rank, random);
        for (int at = 0; at < factors.length; at++) {
            int taste = at / rank * TASTES / items;
            factors[at] = 0.5f * factors[at] + tastes[taste * rank + at % rank];
        }
        ItemKnn.Model neighbours = neighbours(items, random);
        return new TrainedModel(
                "v1",
                Instant.now(),
                Origin.of("random", Map.of(), SEED, "0".repeat(64)),
                ids,
                new Popularity.Model(popularity),
                neighbours,
                neighbours,
                new AlsModel(rank, factors, new Ridge(8f, 0.05f, 1f)),
                visits(items, random),
                TrainedModel.Added.NOTHING);
    }

    /** A hundred thousand visits to products that stand near each other. */
    private static SessionNeighbours visits(int items, SplittableRandom random) {
        List<Session> visits = new ArrayList<>();
        for (int visit = 0; visit < 100_000; visit++) {
            int first = random.nextInt(items);
            int[] seen = random.ints(1 + random.nextInt(8), first, Math.min(items, first + 20))
                    .toArray();
            visits.add(new Session(seen, visit));
        }
        return VmisKnn.withDefaults().fit(Sessions.of(items, visits), Progress.NONE);
    }

    private static float[] gaussian(int count, SplittableRandom random) {
        float[] numbers = new float[count];
        for (int at = 0; at < count; at++) {
            numbers[at] = (float) random.nextGaussian() * 0.1f;
        }
        return numbers;
    }

    /** Each product's neighbours stand near it. */
    private static ItemKnn.Model neighbours(int items, SplittableRandom random) {
        int[] offsets = new int[items + 1];
        int[] ids = new int[items * NEIGHBOURS];
        float[] similarities = new float[ids.length];
        for (int item = 0; item < items; item++) {
            int first = Math.clamp(item - NEIGHBOURS / 2, 0, items - NEIGHBOURS);
            for (int n = 0; n < NEIGHBOURS; n++) {
                ids[item * NEIGHBOURS + n] = first + n;
                similarities[item * NEIGHBOURS + n] = (float) random.nextDouble();
            }
            offsets[item + 1] = (item + 1) * NEIGHBOURS;
        }
        return new ItemKnn.Model(offsets, ids, similarities, false);
    }
}
