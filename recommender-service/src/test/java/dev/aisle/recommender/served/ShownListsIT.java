package dev.aisle.recommender.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.algorithms.ranking.ShownList;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.recommender.v1.RecommendBatchRequest;
import dev.aisle.contracts.recommender.v1.RecommendRequest;
import dev.aisle.contracts.recommender.v1.RecommendResponse;
import dev.aisle.contracts.recommender.v1.Reranking;
import dev.aisle.platform.consent.SeenConsent;
import dev.aisle.recommender.TrainedShop;
import dev.aisle.recommender.Written;
import dev.aisle.recommender.catalog.ReasonCode;
import dev.aisle.recommender.interactions.ShownItem;
import dev.aisle.recommender.models.gate.TriedPlaces.Tried;
import dev.aisle.recommender.models.ranking.FeatureNames;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists that whoever asks says are shown: they count as exposures, and a ranker learns from what followed. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class ShownListsIT {
    private static final Logger LOG = Logger.getLogger(ShownListsIT.class);
    /** The person's own question may be written only now. */
    private static final String MADE_HERE =
            "select count(*) from served_list where pseudonym = ? and model_version = 'm'";

    private static final String ROWS = "select count(*) from exposure where exposure_id = ?";

    @Inject
    AgroalDataSource database;

    @Inject
    ReadShownLists readShownLists;

    @Inject
    ReadTriedPlaces readTriedPlaces;

    @Inject
    RecordServed recordServed;

    private Answers answers;
    private Instant from;

    @BeforeEach
    void shop() {
        TrainedShop.make();
        answers = new Answers(database);
        from = Instant.now();
    }

    @AfterEach
    void everybodyLeaves() {
        answers.everybodyLeaves();
    }

    @Test
    void aListThatIsShownCountsAsExposures() throws SQLException {
        String person = answers.fan("tea-1");

        RecommendResponse list = answers.kept(asked(person)
                .setLogExposure(true)
                .setPlacement("home")
                .setReranking(Reranking.newBuilder().setExplorationShare(0.5)));

        assertThat(answers.number(ROWS, list.getRequestId())).isEqualTo(list.getItemsCount());
        assertThat(answers.text(
                        "select string_agg(concat_ws('|', product_id, position, propensity, source, model_version, placement,"
                                + " personalized, policy, policy_version, request_id = exposure_id), ',' order by position)"
                                + " from exposure where exposure_id = ?",
                        list.getRequestId()))
                .isEqualTo(String.join(
                        ",",
                        IntStream.range(0, list.getItemsCount())
                                .mapToObj(place -> expected(list, place))
                                .toList()));
    }

    private static String expected(RecommendResponse list, int place) {
        var item = list.getItems(place);
        String propensity = item.getPropensity() == 1 ? "1" : Double.toString(item.getPropensity());
        return String.join(
                "|",
                item.getProductId(),
                Integer.toString(place + 1),
                propensity,
                item.getSource(),
                list.getModelVersion(),
                "home",
                "t",
                "recommender",
                list.getPolicyVersion(),
                "t");
    }

    @Test
    void fetchingAListIsNotShowingIt() throws SQLException {
        String person = answers.fan("tea-1");

        RecommendResponse fetched = answers.kept(asked(person));
        RecommendResponse ofNobody = answers.answer(asked(Written.person()).setLogExposure(true));
        answers.kept(asked(person));

        assertThat(answers.number(ROWS, fetched.getRequestId())).isZero();
        assertThat(answers.number(ROWS, ofNobody.getRequestId())).isZero();
    }

    @Test
    void positionsGoOnFromPageToPageAlsoOverRestAndInABatch() throws SQLException {
        String person = answers.fan("tea-1");
        RecommendResponse first = answers.kept(asked(person).setLogExposure(true));
        var second = TrainedShop.recommend(Map.of(
                        "subject", person, "size", 2, "logExposure", true, "pageCursor", first.getNextPageCursor()))
                .extract();
        RecommendResponse ofBatch = Answers.call(service -> service.recommendBatch(RecommendBatchRequest.newBuilder()
                        .addRequests(asked(person).setLogExposure(true))
                        .build())
                .getAnswers(0)
                .getResponse());

        await().atMost(Duration.ofSeconds(60))
                .until(() -> answers.number(ROWS, second.path("requestId")) == 2
                        && answers.number(ROWS, ofBatch.getRequestId()) == 3);
        assertThat(answers.number("select min(position) from exposure where exposure_id = ?", second.path("requestId")))
                .isEqualTo(4);
    }

    @Test
    void theSameListCountsOnce() throws SQLException {
        String person = answers.fan("tea-1");
        String request = UUID.randomUUID().toString();
        Answered answer = new Answered(
                new ServedList(
                        request,
                        new SeenConsent(person, ShownItem.KEPT_FOR, 1),
                        Instant.now(),
                        new ServedList.Origin("home", "user", "", "m", "usual"),
                        List.of(new ServedList.Item(
                                "tea-2", "ials", 1, 1, ReasonCode.FOR_YOU, List.of(), new float[0]))),
                true,
                true,
                0);

        recordServed.record(List.of(answer));
        recordServed.record(List.of(answer, answer));

        assertThat(answers.number(ROWS, request)).isOne();
        assertThat(answers.rows(request)).isOne();
    }

    @Test
    void whatWasLeftToChanceCanBeAskedAboutAsLongAsItMayBeLearnedFrom() throws SQLException {
        String person = answers.fan("tea-1");
        String request = UUID.randomUUID().toString();
        recordServed.record(List.of(new Answered(
                new ServedList(
                        request,
                        new SeenConsent(person, ShownItem.KEPT_FOR, 1),
                        Instant.now(),
                        new ServedList.Origin("home", "user", "", "m", "usual"),
                        List.of(item("tea-2", 0.25), item("tea-3", 1))),
                true,
                true,
                0)));
        assertThat(answers.number(ROWS, request)).isEqualTo(2);

        assertThat(triedIn(request)).containsExactly(new Tried(request, List.of("tea-1"), 2, "tea-2", 0.25, false));
        answers.withoutTraining(person, 2);
        await().atMost(Duration.ofSeconds(60)).until(() -> triedIn(request).isEmpty());
    }

    private static ServedList.Item item(String product, double propensity) {
        return new ServedList.Item(product, "ials", 1, propensity, ReasonCode.FOR_YOU, List.of(), new float[0]);
    }

    private List<Tried> triedIn(String list) {
        return readTriedPlaces.since(from.minusSeconds(60)).stream()
                .filter(one -> one.list().equals(list))
                .toList();
    }

    @Test
    void manyAnswersAreWrittenTogether() throws SQLException {
        String person = answers.fan("tea-1");
        List<ServedList.Item> items = IntStream.range(0, 20)
                .mapToObj(item -> new ServedList.Item(
                        "tea-" + item,
                        "ials",
                        1,
                        1,
                        ReasonCode.BECAUSE_VIEWED,
                        List.of("tea-1", "tea-3"),
                        new float[FeatureNames.ALL.size()]))
                .toList();

        long began = System.nanoTime();
        for (int batch = 0; batch < 10; batch++) {
            recordServed.record(IntStream.range(0, 200)
                    .mapToObj(n -> answered(UUID.randomUUID().toString(), person, items))
                    .toList());
        }

        // Read here, asserted nowhere.
        LOG.infof("FIGURE %.0f answers of 20 items written a second", 2_000 / ((System.nanoTime() - began) / 1e9));
        assertThat(answers.number(MADE_HERE, person)).isEqualTo(2_000);
    }

    private static Answered answered(String requestId, String person, List<ServedList.Item> items) {
        return new Answered(
                new ServedList(
                        requestId,
                        new SeenConsent(person, ShownItem.KEPT_FOR, 1),
                        Instant.now(),
                        new ServedList.Origin("home", "user", "", "m", "usual"),
                        items),
                true,
                false,
                0);
    }

    @Test
    void aRankerLearnsWhatFollowedFromAListOfADirectCall() {
        String person = answers.fan("tea-1");
        RecommendResponse list = answers.kept(asked(person).setLogExposure(true));
        Written.viewed(person, list.getItems(2).getProductId());
        Written.viewed(person, list.getItems(0).getProductId());
        Written.paid(person, list.getItems(0).getProductId(), 1, 1_299);

        await().atMost(Duration.ofSeconds(60)).until(() -> gains(list).equals(List.of(3f, 0f, 1f)));

        ShownList shown = shownAs(list).getFirst();
        assertThat(shown.positions()).containsExactly(1, 2, 3);
        assertThat(List.of(shown.features())).allMatch(row -> row.length == FeatureNames.ALL.size());
        assertThat(shown.features()[0][FeatureNames.ALL.indexOf("blend")]).isPositive();
        Written.consent(person, 2, ConsentStatus.WITHDRAWN);
        await().atMost(Duration.ofSeconds(60)).until(() -> shownAs(list).isEmpty());
    }

    @Test
    void aListThatACampaignShowedIsJoinedByTheRequestInTheOrderThatWasShown() {
        String person = answers.fan("bike-1");
        RecommendResponse list = answers.kept(asked(person));
        String first = list.getItems(0).getProductId();
        String third = list.getItems(2).getProductId();

        Written.shownOf(list.getRequestId(), person, "elsewhere", third, "not-recommended", first);

        await().atMost(Duration.ofSeconds(60)).until(() -> !shownAs(list).isEmpty());
        ShownList shown = shownAs(list).getFirst();
        assertThat(shown.positions()).containsExactly(1, 3);
        int blend = FeatureNames.ALL.indexOf("blend");
        assertThat(shown.features()[1][blend]).isGreaterThanOrEqualTo(shown.features()[0][blend]);
    }

    @Test
    void whoDoesNotAllowLearningIsNotLearnedFrom() {
        String person = answers.fan("tea-7");
        RecommendResponse list = answers.kept(asked(person).setLogExposure(true));
        assertThat(shownAs(list)).hasSize(1);

        answers.withoutTraining(person, 2);

        await().atMost(Duration.ofSeconds(60)).until(() -> shownAs(list).isEmpty());
    }

    /** Found by its time: a list has no name when it is learned from. */
    private List<ShownList> shownAs(RecommendResponse list) {
        List<ShownList> found = new ArrayList<>();
        readShownLists.between(from, Instant.now().plusSeconds(60), shown -> {
            if (isOf(shown, list)) {
                found.add(shown);
            }
        });
        return found;
    }

    private boolean isOf(ShownList shown, RecommendResponse list) {
        try {
            return answers.number(
                            "select count(*) from exposure where request_id = '" + list.getRequestId()
                                    + "' and (extract(epoch from date_trunc('milliseconds', exposed_at)) * 1000)::bigint"
                                    + " = cast(? as bigint)",
                            Long.toString(shown.shownAt()))
                    > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Float> gains(RecommendResponse list) {
        return shownAs(list).stream()
                .flatMap(shown -> IntStream.range(0, shown.size()).mapToObj(item -> shown.gains()[item]))
                .toList();
    }

    private static RecommendRequest.Builder asked(String person) {
        return RecommendRequest.newBuilder().setSubject(person).setSize(3);
    }
}
