package dev.aisle.profile.people.edge;

import static dev.aisle.profile.people.TestPeople.grants;
import static dev.aisle.profile.people.TestPeople.person;
import static dev.aisle.profile.people.TestPeople.send;
import static dev.aisle.profile.people.TestPeople.view;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Order;
import dev.aisle.contracts.privacy.v1.AuditRecord;
import dev.aisle.contracts.profile.v1.GetProfileRequest;
import dev.aisle.contracts.profile.v1.GetProfilesRequest;
import dev.aisle.contracts.profile.v1.Profile;
import dev.aisle.contracts.profile.v1.ProfilesGrpc;
import dev.aisle.contracts.profile.v1.ProfilesGrpc.ProfilesBlockingStub;
import dev.aisle.contracts.profile.v1.StreamSegmentRequest;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestAudit;
import dev.aisle.testing.TestTokens;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Reads of other services: one person, many, everyone in a segment. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class ReadsIT {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("Authorization", Metadata.ASCII_STRING_MARSHALLER);

    @Inject
    ConsentView consents;

    private ManagedChannel channel;

    @BeforeEach
    void connect() {
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", RestAssured.port)
                .usePlaintext()
                .build();
    }

    @AfterEach
    void disconnect() {
        channel.shutdownNow();
    }

    @Test
    void aServiceReadsOnePersonOverGrpc() {
        String person = buyer();

        Profile profile = as(Role.SERVICE).getProfile(request(person, Purpose.PURPOSE_UNSPECIFIED));

        assertThat(profile.getPurpose()).isEqualTo(Purpose.PERSONALIZATION);
        assertThat(profile.getEvents()).isEqualTo(2);
        assertThat(profile.getRecentProductsList()).containsExactly("tea");
        assertThat(profile.getTastes().getCategories(0).getKey()).isEqualTo("Food");
        assertThat(profile.getRfm().getSpent()).isEqualTo(1_299);
        assertThat(profile.getSegmentsList()).containsExactly("buyer");
        assertThat(profile.getAbsentMap()).containsKey("prediction");
        assertThat(profile.getQuality().getEvents()).isEqualTo(2);
    }

    @Test
    void whatIsReadForAnalyticsHasNothingPersonal() {
        String person = buyer();

        Profile profile = as(Role.SERVICE).getProfile(request(person, Purpose.ANALYTICS));

        assertThat(profile.getCountsMap()).containsKey("purchase");
        assertThat(profile.hasTastes()).isFalse();
        assertThat(profile.getRecentProductsList()).isEmpty();
        assertThat(profile.getSegmentsList()).isEmpty();
        assertThat(profile.hasRhythm()).isFalse();
    }

    @Test
    void aPurposeThatIsNotGrantedReadsNothing() {
        String person = person();
        grants(person, 1, Purpose.ANALYTICS);
        await().until(() -> consents.allows(person, Purpose.ANALYTICS));
        send(view(person, "tea"));
        await().untilAsserted(() -> read(person, "").statusCode(200));

        read(person, "?purpose=personalization").statusCode(404);
        read(person, "?purpose=analytics").statusCode(200).body("values.tastes", nullValue());
        assertThat(code(() -> as(Role.SERVICE).getProfile(request(person, Purpose.PERSONALIZATION))))
                .isEqualTo(Code.NOT_FOUND);
    }

    @Test
    void manyAreReadInTheOrderOfTheQuestionAndStrangersAreLeftOut() {
        String first = buyer();
        String second = buyer();

        var answer = as(Role.STOREFRONT)
                .getProfiles(GetProfilesRequest.newBuilder()
                        .addPseudonyms(second)
                        .addPseudonyms(person())
                        .addPseudonyms(first)
                        .build());

        assertThat(answer.getProfilesList()).extracting(Profile::getPseudonym).containsExactly(second, first);
        search(Map.of("pseudonyms", List.of(second, person(), first)))
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("profiles.pseudonym", contains(second, first))
                .body("profiles[0].values.rfm.spent", equalTo(1_299))
                .body("profiles[0].values.counts.purchase.lastAt", notNullValue());
    }

    @Test
    void everyoneInASegmentIsStreamed() {
        List<String> buyers = new ArrayList<>(List.of(buyer(), buyer(), buyer()));
        Collections.sort(buyers);

        List<String> streamed = new ArrayList<>();
        as(Role.SERVICE)
                .streamSegment(
                        StreamSegmentRequest.newBuilder().setSegmentId("buyer").build())
                .forEachRemaining(profile -> streamed.add(profile.getPseudonym()));
        List<String> rest = new ArrayList<>();
        as(Role.SERVICE)
                .streamSegment(StreamSegmentRequest.newBuilder()
                        .setSegmentId("buyer")
                        .setAfter(buyers.get(1))
                        .build())
                .forEachRemaining(profile -> rest.add(profile.getPseudonym()));

        assertThat(streamed).isSorted().containsAll(buyers);
        assertThat(rest).contains(buyers.get(2)).doesNotContain(buyers.get(0), buyers.get(1));
    }

    @Test
    void whatIsWrongWithARequestIsSaidWithItsField() {
        assertThat(violations(() -> as(Role.SERVICE).getProfile(request("alice", Purpose.ADS_TARGETED))))
                .containsExactly("pseudonym", "purpose");
        assertThat(violations(() -> as(Role.SERVICE).getProfiles(GetProfilesRequest.getDefaultInstance())))
                .containsExactly("pseudonyms");
        assertThat(violations(() -> as(Role.SERVICE)
                        .streamSegment(StreamSegmentRequest.getDefaultInstance())
                        .forEachRemaining(_ -> {})))
                .containsExactly("segment_id");
        assertThat(code(() -> as(Role.SERVICE)
                        .streamSegment(StreamSegmentRequest.newBuilder()
                                .setSegmentId("nobody")
                                .build())
                        .forEachRemaining(_ -> {})))
                .isEqualTo(Code.NOT_FOUND);
        search(Map.of("pseudonyms", List.of("alice"), "purpose", "ads"))
                .statusCode(400)
                .body("errors.field", contains("pseudonyms[0]", "purpose"));
        search(Map.of()).statusCode(400).body("errors.field", contains("pseudonyms"));
        search(Map.of("pseudonyms", Collections.nCopies(501, person())))
                .statusCode(400)
                .body("errors[0].message", containsString("500"));
        read(person(), "?purpose=sale").statusCode(400).body("errors.field", hasItem("purpose"));
    }

    /** Often, since a refusal that comes before its request was lost once in 450 (docs/decisions/0023). */
    @RepeatedTest(20)
    void everyMethodLetsInItsRolesOnly() {
        for (String role : List.of(Role.MARKETER, Role.ANALYST, Role.OPERATOR, Role.PRIVACY_OFFICER, Role.AUDITOR)) {
            assertThat(code(() -> as(role).getProfile(request(person(), Purpose.ANALYTICS))))
                    .as(role)
                    .isEqualTo(Code.PERMISSION_DENIED);
            assertThat(code(() -> as(role).streamSegment(StreamSegmentRequest.newBuilder()
                                    .setSegmentId("buyer")
                                    .build())
                            .forEachRemaining(_ -> {})))
                    .as(role)
                    .isEqualTo(Code.PERMISSION_DENIED);
        }
        assertThat(code(() -> as(Role.STOREFRONT)
                        .streamSegment(StreamSegmentRequest.newBuilder()
                                .setSegmentId("buyer")
                                .build())
                        .forEachRemaining(_ -> {})))
                .isEqualTo(Code.PERMISSION_DENIED);
        assertThatThrownBy(() -> ProfilesGrpc.newBlockingStub(channel)
                        .withDeadlineAfter(20, TimeUnit.SECONDS)
                        .getProfile(request(person(), Purpose.ANALYTICS)))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e -> assertThat(e.getStatus().getCode()).isEqualTo(Code.UNAUTHENTICATED));
    }

    @Test
    void whoIsRefusedIsToldForTheAuditLogWithHowOftenAndWhereButNotAboutWhom() {
        String actor = "curious-" + UUID.randomUUID();
        String person = person();

        for (int i = 0; i < 5; i++) {
            given().auth()
                    .oauth2(TestTokens.of(actor, Role.MARKETER))
                    .get("/v1/profiles/" + person)
                    .then()
                    .statusCode(403);
        }
        assertThat(code(() -> with(TestTokens.of(actor, Role.MARKETER)).getProfile(request(person, Purpose.ANALYTICS))))
                .isEqualTo(Code.PERMISSION_DENIED);

        await().untilAsserted(() -> {
            List<AuditRecord> told = TestAudit.of(actor, 1);
            assertThat(told.stream()
                            .mapToLong(record -> Long.parseLong(TestAudit.fact(record, "times")))
                            .sum())
                    .isEqualTo(6);
            assertThat(told.toString())
                    .contains(
                            "access.refused",
                            "GET /v1/profiles/:pseudonym",
                            "gRPC /aisle.profile.v1.Profiles/GetProfile")
                    .doesNotContain(person);
        });
    }

    @Test
    void whoOfStaffAsksAboutAPersonIsToldBeforeTheAnswerAndAServiceIsNot() {
        String staff = "officer-" + UUID.randomUUID();
        String service = "service-" + UUID.randomUUID();
        String person = buyer();

        given().auth().oauth2(TestTokens.of(service, Role.SERVICE)).get("/v1/segments/buyer/members/" + person);
        given().auth().oauth2(TestTokens.of(staff, Role.PRIVACY_OFFICER)).get("/v1/segments/buyer/members/" + person);
        given().auth()
                .oauth2(TestTokens.of(staff, Role.STOREFRONT, Role.ANALYST))
                .get("/v1/profiles/" + person)
                .then()
                .statusCode(200);

        assertThat(TestAudit.of(staff, 1, "call"))
                .first()
                .isEqualTo("profile.read GET /v1/segments/:id/members/:pseudonym");
        assertThat(TestAudit.of(staff, 2, "call")).last().isEqualTo("profile.read GET /v1/profiles/:pseudonym");
        assertThat(TestAudit.of(staff, 2)).allMatch(record -> record.hasSubject());
        assertThat(TestAudit.of(staff, 2).toString()).doesNotContain(person);
        assertThat(TestAudit.of(record -> Set.of(staff, service).contains(record.getActor()), 2))
                .extracting(AuditRecord::getActor)
                .containsOnly(staff);
    }

    private String buyer() {
        String person = person();
        grants(person, 1, Purpose.PERSONALIZATION, Purpose.ANALYTICS);
        await().until(() -> consents.allows(person, Purpose.PERSONALIZATION));
        send(view(person, "tea"));
        send(view(person, "tea")
                .setType(EventType.PURCHASE)
                .setOrder(Order.newBuilder()
                        .setOrderId("o-" + person)
                        .setTotal(Money.newBuilder().setMinorUnits(1_299).setCurrency("EUR"))));
        await().untilAsserted(() -> read(person, "").statusCode(200).body("version", equalTo(2)));
        return person;
    }

    private static GetProfileRequest request(String person, Purpose purpose) {
        return GetProfileRequest.newBuilder()
                .setPseudonym(person)
                .setPurpose(purpose)
                .build();
    }

    private ProfilesBlockingStub as(String role) {
        return with(TestTokens.withRoles(role));
    }

    private ProfilesBlockingStub with(String token) {
        Metadata headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + token);
        return ProfilesGrpc.newBlockingStub(channel)
                .withDeadlineAfter(20, TimeUnit.SECONDS)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    private static ValidatableResponse read(String person, String query) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .get("/v1/profiles/" + person + query)
                .then();
    }

    private static ValidatableResponse search(Map<String, ?> body) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.SERVICE))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/profiles/search")
                .then();
    }

    private static Code code(Runnable call) {
        try {
            call.run();
            return Code.OK;
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode();
        }
    }

    private static List<String> violations(Runnable call) {
        try {
            call.run();
            return List.of();
        } catch (StatusRuntimeException e) {
            return violations(e);
        }
    }

    private static List<String> violations(StatusRuntimeException failure) {
        try {
            return StatusProto.fromThrowable(failure)
                    .getDetails(0)
                    .unpack(BadRequest.class)
                    .getFieldViolationsList()
                    .stream()
                    .map(BadRequest.FieldViolation::getField)
                    .toList();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("no BadRequest in " + failure, e);
        }
    }
}
