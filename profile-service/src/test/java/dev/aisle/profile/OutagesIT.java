package dev.aisle.profile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.google.rpc.RetryInfo;
import dev.aisle.contracts.profile.v1.GetProfileRequest;
import dev.aisle.contracts.profile.v1.ProfilesGrpc;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.security.Role;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.segments.usecase.UsableEvents;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.OutageInfrastructure;
import dev.aisle.testing.Outages;
import dev.aisle.testing.RouteCalls;
import dev.aisle.testing.ServiceProbe;
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
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The broker freezes or the database goes: the service keeps its endpoints, and each route says what it can't answer. */
@QuarkusTest
@QuarkusTestResource(value = OutageInfrastructure.class, restrictToAnnotatedClass = true)
class OutagesIT {
    private static final ServiceProbe PROBE = ServiceProbe.of("profile-service");
    private static final String NOBODY = "p1.test.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @Inject
    UsableEvents usableEvents;

    @BeforeEach
    void consentsAreKnown() {
        await().untilAsserted(Outages::staysInService);
    }

    @Test
    void withASilentBrokerAProfileIsUnavailableAndNotMissing() throws Exception {
        await().untilAsserted(() -> {
            assertThat(profile().statusCode()).isEqualTo(404);
            assertThat(PROBE.succeeds("")).isTrue();
        });
        Outages.withoutBroker(() -> {
            Outages.staysInService();
            assertThat(PROBE.succeeds("")).isFalse();
            Outages.isUnavailable(profile());
            Outages.isUnavailable(search());
            isUnavailableOverGrpc();
        });

        await().untilAsserted(() -> assertThat(profile().statusCode()).isEqualTo(404));
    }

    @Test
    void withASilentBrokerNobodyLeavesASegment() throws Exception {
        Outages.withoutBroker(() -> assertThatThrownBy(() -> usableEvents.of(NOBODY, PersonEvents.NONE, Instant.now()))
                .isInstanceOf(ConsentAtUse.UnknownNow.class));
    }

    @Test
    void withoutADatabaseNothingIsOurFault() throws Exception {
        ConsoleSession marketer = ConsoleSession.as("marketer");
        assertThat(marketer.get("/console/people").statusCode()).isEqualTo(200);

        Outages.withoutDatabase(() -> {
            Outages.staysInService();
            assertThat(RouteCalls.with(Map.of("kind", "lifetime")).saysNowhereThatItIsOurFault())
                    .isGreaterThan(5);
            HttpResponse<String> page = marketer.get("/console/people");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).isPresent();
        });

        await().untilAsserted(() ->
                assertThat(marketer.get("/console/people").statusCode()).isEqualTo(200));
    }

    @Test
    void withADatabaseThatKeepsItsConnectionsAndAnswersNothingCallsAreAnswered() throws Exception {
        ConsoleSession marketer = ConsoleSession.as("marketer");
        assertThat(marketer.get("/console/people").statusCode()).isEqualTo(200);

        Outages.withSilentDatabase(() -> {
            Outages.staysInService();
            HttpResponse<String> page = marketer.get("/console/people");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).isPresent();
            Outages.databaseIsAway();
        });

        await().untilAsserted(() ->
                assertThat(marketer.get("/console/people").statusCode()).isEqualTo(200));
    }

    private static Response profile() {
        return given().auth().oauth2(TestTokens.withRoles(Role.STOREFRONT)).get("/v1/profiles/" + NOBODY);
    }

    private static Response search() {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType("application/json")
                .body("{\"pseudonyms\":[\"" + NOBODY + "\"]}")
                .post("/v1/profiles/search");
    }

    private static void isUnavailableOverGrpc() throws Exception {
        Metadata headers = new Metadata();
        headers.put(
                Metadata.Key.of("Authorization", Metadata.ASCII_STRING_MARSHALLER),
                "Bearer " + TestTokens.withRoles(Role.SERVICE));
        ManagedChannel channel = ManagedChannelBuilder.forAddress("127.0.0.1", RestAssured.port)
                .usePlaintext()
                .build();
        try {
            StatusRuntimeException refused = catchThrowableOfType(
                    StatusRuntimeException.class,
                    () -> ProfilesGrpc.newBlockingStub(channel)
                            .withDeadlineAfter(20, TimeUnit.SECONDS)
                            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                            .getProfile(GetProfileRequest.newBuilder()
                                    .setPseudonym(NOBODY)
                                    .build()));

            assertThat(refused.getStatus().getCode()).isEqualTo(Code.UNAVAILABLE);
            com.google.rpc.Status told = StatusProto.fromThrowable(refused);
            assertThat(told).isNotNull();
            assertThat(told.getDetails(0).is(RetryInfo.class)).isTrue();
        } finally {
            channel.shutdownNow();
        }
    }
}
