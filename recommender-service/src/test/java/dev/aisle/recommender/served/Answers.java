package dev.aisle.recommender.served;

import static org.awaitility.Awaitility.await;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.contracts.recommender.v1.RecommendRequest;
import dev.aisle.contracts.recommender.v1.RecommendResponse;
import dev.aisle.contracts.recommender.v1.RecommenderGrpc.RecommenderBlockingStub;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.Grpc;
import dev.aisle.recommender.TrainedShop;
import dev.aisle.recommender.Written;
import dev.aisle.testing.TestKeys;
import dev.aisle.testing.TestRecords;
import dev.aisle.testing.TestTokens;
import io.agroal.api.AgroalDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** People who ask, and what is kept of their answers. */
final class Answers {
    private final AgroalDataSource database;
    private final List<String> everybody = new ArrayList<>();

    Answers(AgroalDataSource database) {
        this.database = database;
    }

    /** Somebody who allows everything and has looked at a product. */
    String fan(String productId) {
        String person = Written.willingPerson();
        everybody.add(person);
        Written.viewed(person, productId);
        TrainedShop.awaitHistory(person);
        return person;
    }

    /** The same without models learning from it. */
    String fanWithoutTraining(String productId) {
        String person = fan(productId);
        withoutTraining(person, 2);
        return person;
    }

    /** Takes back only that models learn. */
    void withoutTraining(String person, long version) {
        TestRecords.write(
                Topic.CONSENTS,
                person,
                ConsentState.newBuilder()
                        .setPseudonym(person)
                        .setVersion(version)
                        .addPayloadKeys(TestKeys.of(person))
                        .addDecisions(PurposeDecision.newBuilder()
                                .setPurpose(Purpose.PERSONALIZATION)
                                .setStatus(ConsentStatus.GRANTED))
                        .addDecisions(PurposeDecision.newBuilder()
                                .setPurpose(Purpose.MODEL_TRAINING)
                                .setStatus(ConsentStatus.WITHDRAWN))
                        .build()
                        .toByteArray());
    }

    /** An answer, once it is kept. */
    RecommendResponse kept(RecommendRequest.Builder request) {
        RecommendResponse answer = answer(request);
        await().atMost(Duration.ofSeconds(60)).until(() -> rows(answer.getRequestId()) == 1);
        return answer;
    }

    RecommendResponse answer(RecommendRequest.Builder request) {
        return call(service -> service.recommend(request.build()));
    }

    static <T> T call(Function<RecommenderBlockingStub, T> call) {
        try (Grpc grpc = new Grpc()) {
            return call.apply(grpc.with(TestTokens.withRoles(Role.SERVICE)));
        }
    }

    long rows(String requestId) throws SQLException {
        return number("select count(*) from served_list where request_id = ?", requestId);
    }

    long number(String sql, String parameter) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    String text(String sql, String parameter) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    void change(String sql, String parameter) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            statement.executeUpdate();
        }
    }

    /** Other tests learn from the same database. */
    void everybodyLeaves() {
        everybody.forEach(Written::erased);
        Written.awaitErased(everybody);
        everybody.forEach(person -> await().atMost(Duration.ofSeconds(30))
                .until(() -> number("select count(*) from interaction where pseudonym = ?", person) == 0));
    }
}
