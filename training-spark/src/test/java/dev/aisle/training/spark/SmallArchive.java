package dev.aisle.training.spark;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.archive.files.ParquetFiles;
import dev.aisle.ingest.archive.files.RowWriter;
import dev.aisle.recommender.interactions.InteractionType;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.domain.TrainingSetBuilder;
import dev.aisle.recommender.models.outside.ArchivedEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Events of a small shop: as an archive written by event-ingest-service's own code, and as what recommender-service reads for its training. */
final class SmallArchive {
    static final Instant START = Instant.parse("2026-11-01T08:00:00Z");
    private static final int PRODUCTS = 40;
    private static final List<EventType> TYPES = List.of(
            EventType.PRODUCT_VIEW,
            EventType.PRODUCT_VIEW,
            EventType.PRODUCT_VIEW,
            EventType.LIST_CLICK,
            EventType.CART_ADD,
            EventType.PURCHASE,
            EventType.WISHLIST_ADD,
            EventType.SEARCH);

    private final List<ShopEvent> events = new ArrayList<>();

    /** People {@code p1.k1.000…} who like a third of the products more than the others. */
    static SmallArchive of(int people) {
        SmallArchive archive = new SmallArchive();
        SplittableRandom random = new SplittableRandom(11);
        for (int event = 0; event < 25 * people; event++) {
            int person = random.nextInt(people);
            EventType type = TYPES.get(random.nextInt(TYPES.size()));
            int items = type == EventType.PURCHASE ? 1 + random.nextInt(4) : 1;
            String[] products = new String[items];
            for (int item = 0; item < items; item++) {
                products[item] = product(person, random);
            }
            Instant when = START.plusSeconds(random.nextInt(40) * 86_400L + random.nextInt(7_200));
            archive.add(name(person), type, when, products);
        }
        return archive;
    }

    private static String product(int person, SplittableRandom random) {
        int product = (int) (PRODUCTS * random.nextDouble() * random.nextDouble());
        return "prod-" + (random.nextInt(4) > 0 ? product / 3 * 3 + person % 3 : product);
    }

    static String name(int person) {
        return "p1.k1.%03d".formatted(person);
    }

    SmallArchive add(String person, EventType type, Instant when, String... products) {
        ShopEvent.Builder event = ShopEvent.newBuilder()
                .setMessageId("m" + events.size())
                .setPseudonym(person)
                .setType(type)
                .setOccurredAt(Timestamp.newBuilder().setSeconds(when.getEpochSecond()))
                .addGrantedPurposes(Purpose.MODEL_TRAINING)
                .setConsentVersion(1 + events.size() % 3);
        for (String product : products) {
            event.addItems(Item.newBuilder().setProductId(product));
        }
        return add(event.build());
    }

    SmallArchive add(ShopEvent event) {
        events.add(event);
        return this;
    }

    ShopEvent last() {
        return events.getLast();
    }

    /** Writes files of two partitions of the log and of a few days, with what lies beside them in a real archive. */
    void write(Path root) throws IOException {
        Files.createDirectories(root.resolve("unfinished"));
        Files.writeString(root.resolve("lock"), "");
        Files.writeString(root.resolve("floor-p0"), "7");
        ParquetFiles parquet = new ParquetFiles(root.resolve("unfinished"), "128MB");
        Map<String, StringBuilder> files = new TreeMap<>();
        for (int offset = 0; offset < events.size(); offset++) {
            ShopEvent event = events.get(offset);
            int partition = Math.floorMod(event.getPseudonym().hashCode(), 2);
            String file =
                    "day=2026-12-%02d/p%d-%d-%d.parquet".formatted(1 + offset * 3 / events.size(), partition, 0, 9);
            files.computeIfAbsent(file, added -> new StringBuilder()).append(RowWriter.line(event, partition, offset));
        }
        for (Map.Entry<String, StringBuilder> file : files.entrySet()) {
            Path lines = Files.writeString(root.resolve("unfinished").resolve("lines"), file.getValue());
            Path target = root.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            parquet.convert(lines, target);
            Files.delete(lines);
        }
    }

    /** What the service's training reads of them. */
    TrainingSet trainingSet(Predicate<ShopEvent> allowed) {
        TrainingSetBuilder rows = new TrainingSetBuilder();
        events.stream()
                .filter(allowed)
                .filter(event -> event.getType() != EventType.SEARCH)
                .sorted(Comparator.comparing(ShopEvent::getPseudonym)
                        .thenComparingLong(event -> event.getOccurredAt().getSeconds()))
                .forEach(event -> {
                    InteractionType type = ArchivedEvents.typeOf(event.getType().name());
                    event.getItemsList().stream()
                            .map(Item::getProductId)
                            .distinct()
                            .forEach(product -> rows.add(
                                    event.getPseudonym(),
                                    product,
                                    type == InteractionType.PURCHASE ? event.getMessageId() : null,
                                    type.weight(),
                                    1_000 * event.getOccurredAt().getSeconds()));
                });
        return rows.build();
    }

    /** A list of who may be learned from: each line a pseudonym, the one of now, and the fence. */
    static Path learners(Path file, String... lines) throws IOException {
        List<String> all = new ArrayList<>();
        all.add("# aisle-learners 1 readAt=2026-12-20T00:00:00Z");
        all.addAll(List.of(lines));
        all.add("# end " + lines.length);
        return Files.write(file, all);
    }

    static String[] everybody(int people) {
        String[] lines = new String[people];
        for (int person = 0; person < people; person++) {
            lines[person] = name(person) + "\t" + name(person) + "\t-1";
        }
        return lines;
    }
}
