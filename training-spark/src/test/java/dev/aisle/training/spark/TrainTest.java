package dev.aisle.training.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Review;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.recommender.models.domain.Learning;
import dev.aisle.recommender.models.domain.Learning.Name;
import dev.aisle.recommender.models.domain.Learning.Span;
import dev.aisle.recommender.models.domain.ModelFile;
import dev.aisle.recommender.models.domain.OutsideTraining;
import dev.aisle.recommender.models.domain.RecipeSettings;
import dev.aisle.recommender.models.domain.Soundness;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.outside.TrainingFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainTest {
    /** Equal is meant: sums in another order may differ in the last bit of a double, which a float hides nearly always. */
    private static final float TOLERANCE = 1e-4f;

    private static final int PEOPLE = 60;
    private static final String RECIPE = "rank=8,iterations=3,similar-neighbours=12,similar-shrinkage=2";
    private static final Map<String, String> SETTINGS =
            Map.of("rank", "8", "iterations", "3", "similar-neighbours", "12", "similar-shrinkage", "2");

    private static SparkSession spark;

    @TempDir
    Path folder;

    private final SmallArchive shop = SmallArchive.of(PEOPLE);

    @BeforeAll
    static void start() {
        spark = SparkSession.builder()
                .master("local[2]")
                .appName("test")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.shuffle.partitions", "2")
                .getOrCreate();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void theModelIsThatOfTheTrainingInProcess(int partitions) throws IOException {
        shop.write(archive());
        SmallArchive.learners(learners(), SmallArchive.everybody(PEOPLE));

        TrainedModel trained = train("--partitions", Integer.toString(partitions));

        assertSameParts(trained, inProcess(shop.trainingSet(event -> true)));
        assertThat(Soundness.problemOf(trained)).isEmpty();
    }

    @Test
    void theFileSaysWhatItWasTrainedOnAndNobodysName() throws IOException {
        shop.write(archive());
        SmallArchive.learners(learners(), SmallArchive.everybody(PEOPLE));

        TrainedModel trained = train();

        TrainingSet set = shop.trainingSet(event -> true);
        OutsideTraining outside =
                OutsideTraining.of(trained.origin().parameters()).orElseThrow();
        assertThat(outside.trainer()).isEqualTo("spark " + spark.version());
        assertThat(outside.readAt()).isEqualTo("2026-12-20T00:00:00Z");
        assertThat(outside.recipe()).isEqualTo(RecipeSettings.usualBut(SETTINGS));
        assertThat(outside.figures().people()).isEqualTo(set.userCount());
        assertThat(outside.figures().interactions()).isEqualTo(set.size());
        assertThat(outside.figures().newest()).isEqualTo(Instant.ofEpochMilli(set.newest()));
        assertThat(outside.figures().largestPerson())
                .isCloseTo(set.figures(id -> true, Map.of()).largestPerson(), within(1e-12));
        assertThat(outside.figures().types().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(set.size());
        assertThat(Files.readString(model(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("p1.k1");
    }

    @Test
    void theSameInteractionsHaveOneFingerprintHoweverTheyAreCut() throws IOException {
        shop.write(archive());
        SmallArchive.learners(learners(), SmallArchive.everybody(PEOPLE));
        String one = train("--partitions", "1").origin().fingerprint();

        assertThat(train("--partitions", "4").origin().fingerprint()).isEqualTo(one);

        SmallArchive.learners(learners(), SmallArchive.everybody(PEOPLE - 1));
        assertThat(train("--partitions", "4").origin().fingerprint()).isNotEqualTo(one);
    }

    @Test
    void whoIsNotInTheListAndWhatIsBehindAFenceIsNotLearnedFrom() throws IOException {
        shop.write(archive());
        String[] lines = SmallArchive.everybody(PEOPLE - 10);
        lines[3] = lines[3].replace("\t-1", "\t2");
        SmallArchive.learners(learners(), lines);

        TrainedModel trained = train();

        TrainingSet allowed = shop.trainingSet(event -> {
            int person = Integer.parseInt(event.getPseudonym().substring("p1.k1.".length()));
            return person < PEOPLE - 10 && (person != 3 || event.getConsentVersion() > 2);
        });
        assertSameParts(trained, inProcess(allowed));
    }

    @Test
    void whoHasANewPseudonymIsOnePersonWithTheOld() throws IOException {
        SmallArchive later = SmallArchive.of(PEOPLE);
        later.add("p1.k2.005", EventType.PRODUCT_VIEW, Instant.parse("2026-12-19T00:00:00Z"), "prod-1", "prod-2");
        later.write(archive());
        String[] lines = Arrays.copyOf(SmallArchive.everybody(PEOPLE), PEOPLE + 1);
        lines[PEOPLE] = "p1.k2.005\tp1.k1.005\t-1";
        SmallArchive.learners(learners(), lines);

        TrainedModel trained = train();

        shop.add("p1.k1.005", EventType.PRODUCT_VIEW, Instant.parse("2026-12-19T00:00:00Z"), "prod-1", "prod-2");
        assertSameParts(trained, inProcess(shop.trainingSet(event -> true)));
    }

    @Test
    void eventsThatAreNoneOfTheServicesInteractionsAreLeftOut() throws IOException {
        SmallArchive more = SmallArchive.of(PEOPLE);
        more.add("p1.k1.001", EventType.REVIEW, SmallArchive.START, "praised");
        ShopEvent review = more.last();
        more.add(review.toBuilder()
                .setMessageId("slating")
                .setReview(Review.newBuilder().setRating(1).setRatingMax(5))
                .clearItems()
                .addItems(review.getItems(0).toBuilder().setProductId("slated"))
                .build());
        more.add(review.toBuilder()
                .setMessageId("not-granted")
                .clearGrantedPurposes()
                .clearItems()
                .addItems(review.getItems(0).toBuilder().setProductId("not-granted"))
                .build());
        more.add(review.toBuilder()
                .setMessageId("too-long")
                .clearItems()
                .addItems(review.getItems(0).toBuilder().setProductId("long".repeat(51)))
                .build());
        // The same event in two files, as while a finished day is merged.
        more.add(review);
        more.write(archive());
        SmallArchive.learners(learners(), SmallArchive.everybody(PEOPLE));

        TrainedModel trained = train();

        shop.add("p1.k1.001", EventType.REVIEW, SmallArchive.START, "praised");
        assertSameParts(trained, inProcess(shop.trainingSet(event -> true)));
        assertThat(OutsideTraining.of(trained.origin().parameters())
                        .orElseThrow()
                        .figures()
                        .types())
                .containsEntry("review", 1L);
    }

    @Test
    void withoutAnArchiveThereIsNoFile() throws IOException {
        Files.createDirectories(archive().resolve("unfinished"));
        SmallArchive.learners(learners(), SmallArchive.everybody(PEOPLE));

        assertFails("There is no archive in");
    }

    @Test
    void aMissingColumnIsNamed() throws Exception {
        duckdb("COPY (SELECT 'm' message_id, 'p1.k1.000' pseudonym, 'PRODUCT_VIEW' type) TO '%s' (FORMAT parquet)"
                .formatted(file("day=2026-12-01/p0-0-1.parquet")));
        SmallArchive.learners(learners(), SmallArchive.everybody(PEOPLE));

        assertFails("has no column consent_version, granted_purposes, items, kafka_offset");
    }

    @Test
    void aFileThatIsNoParquetIsNamed() throws IOException {
        shop.write(archive());
        Files.writeString(file("day=2026-12-09/p0-0-1.parquet"), "PAR1 but cut");
        SmallArchive.learners(learners(), SmallArchive.everybody(PEOPLE));

        assertFails("p0-0-1.parquet");
    }

    @Test
    void aFileThatIsCorruptInTheMiddleIsNamed() throws IOException {
        shop.write(archive());
        Path file;
        try (var files = Files.walk(archive())) {
            file = files.filter(path -> path.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 4, bytes.length / 2, (byte) 0x55);
        Files.write(file, bytes);
        SmallArchive.learners(learners(), SmallArchive.everybody(PEOPLE));

        assertFails("Spark gave up");
    }

    @Test
    void whenNobodyGrantsItThereIsNothingToLearn() throws IOException {
        shop.write(archive());
        SmallArchive.learners(learners());
        assertFails("Nobody grants that models learn");

        SmallArchive.learners(learners(), "p1.k1.stranger\tp1.k1.stranger\t-1");
        assertFails("Nobody of those who grant it");
    }

    @Test
    void aListThatIsCutOrNoneIsRefused() throws IOException {
        shop.write(archive());
        SmallArchive.learners(learners(), SmallArchive.everybody(PEOPLE));
        String whole = Files.readString(learners());

        Files.writeString(learners(), whole.substring(0, whole.length() / 2));
        assertFails("is cut");
        Files.writeString(learners(), whole.replace("\t-1\n", "\n"));
        assertFails("without three cells");
        Files.writeString(learners(), "p1.k1.000\n");
        assertFails("is no list of who may be learned from");
        Files.delete(learners());
        assertFails("can't be read");
    }

    @Test
    void aPlaceThatCanNotBeWrittenIsToldBeforeAnythingIsRead() {
        Options options = options("--out", folder.resolve("nowhere/model.aisle").toString());

        assertThatThrownBy(() -> Train.train(spark, options, line -> {}))
                .isInstanceOf(TrainingFailure.class)
                .hasMessageContaining("can't be written");
    }

    private void assertFails(String reason) {
        assertThatThrownBy(() -> Train.train(spark, options(), line -> {}))
                .isInstanceOf(TrainingFailure.class)
                .hasMessageContaining(reason);
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().contains(".aisle"));
    }

    private static void assertSameParts(TrainedModel trained, TrainedModel expected) {
        assertThat(trained.productIds()).isEqualTo(expected.productIds());
        assertThat(trained.popularity().scores())
                .containsExactly(expected.popularity().scores(), within(TOLERANCE));
        assertThat(trained.similar().offsets()).isEqualTo(expected.similar().offsets());
        assertThat(trained.similar().neighbours()).isEqualTo(expected.similar().neighbours());
        assertThat(trained.similar().similarities())
                .containsExactly(expected.similar().similarities(), within(TOLERANCE));
        assertThat(trained.boughtTogether().neighbours())
                .isEqualTo(expected.boughtTogether().neighbours());
        assertThat(trained.boughtTogether().similarities())
                .containsExactly(expected.boughtTogether().similarities(), within(TOLERANCE));
        assertThat(trained.als().ridge()).isEqualTo(expected.als().ridge());
        assertThat(trained.als().itemFactors()).containsExactly(expected.als().itemFactors(), within(TOLERANCE));
        assertThat(trained.sessions().sessionCount())
                .isEqualTo(expected.sessions().sessionCount())
                .isPositive();
        assertThat(trained.sessions().rarity()).isEqualTo(expected.sessions().rarity());
    }

    private static TrainedModel inProcess(TrainingSet set) {
        return new Learning(RecipeSettings.usualBut(SETTINGS))
                .fit(
                        set,
                        Long.MAX_VALUE,
                        new Name("v", Instant.EPOCH),
                        new TrainingProgress(),
                        new Span("fitting", 0, 1));
    }

    private TrainedModel train(String... more) throws IOException {
        Train.train(spark, options(more), line -> {});
        return ModelFile.read(model());
    }

    private Options options(String... more) {
        Map<String, String> options = new java.util.LinkedHashMap<>(Map.of(
                "--archive", archive().toString(),
                "--learners", learners().toString(),
                "--out", model().toString(),
                "--recipe", RECIPE));
        for (int place = 0; place < more.length; place += 2) {
            options.put(more[place], more[place + 1]);
        }
        return Options.parse(options.entrySet().stream()
                .flatMap(option -> java.util.stream.Stream.of(option.getKey(), option.getValue()))
                .toArray(String[]::new));
    }

    private Path archive() {
        return folder.resolve("archive");
    }

    private Path file(String name) throws IOException {
        Path file = archive().resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    private Path learners() {
        return folder.resolve("learners");
    }

    private Path model() {
        return folder.resolve("trained.aisle");
    }

    private static void duckdb(String sql) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
