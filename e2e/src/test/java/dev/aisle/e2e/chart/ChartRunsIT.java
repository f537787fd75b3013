package dev.aisle.e2e.chart;

import static dev.aisle.e2e.chart.SmallCluster.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.stack.Part;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The chart's jobs and services with the configuration that it renders: TLS 1.3 with certificates on both sides between services and to a broker that
 * has rules of access, secrets from files, door and refine apart.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "pods need loopback addresses of their own")
class ChartRunsIT {
    private static final String CUSTOMER = "charted-1";
    private static final String PROFILE = Part.PROFILE.label();

    private static SmallCluster cluster;
    private static ApiClient tokens;

    @BeforeAll
    static void install() throws Exception {
        cluster = new SmallCluster("chart", 28980);
        tokens = new ApiClient(cluster.ports());
        for (String job : cluster.kubelet().jobs()) {
            cluster.kubelet().finish(job);
        }
        for (String pod : pods()) {
            cluster.kubelet().start(pod);
        }
        for (String pod : pods()) {
            cluster.awaitReady(pod);
        }
    }

    private static List<String> pods() {
        return List.copyOf(cluster.kubelet().addresses().keySet());
    }

    @AfterAll
    static void uninstall() {
        cluster.close();
    }

    @Test
    void aShopperIsKnownFromTheDoorToTheDecisionAndForgottenByAll() throws Exception {
        String pseudonym =
                send(Storefront.pseudonym(CUSTOMER)).path("pseudonyms").path(0).asText();
        send(Storefront.grant(CUSTOMER, List.of("personalization", "analytics")));
        await("the grant at the door")
                .atMost(PATIENCE)
                .until(() -> send(view("tea-1")).path("accepted").asInt() == 1);
        awaitProfile(pseudonym);
        assertThat(send(Storefront.recommend(pseudonym, 3)).path("items").isArray())
                .isTrue();
        assertThat(send(Storefront.decide("home", pseudonym, List.of()))
                        .path("reason")
                        .isObject())
                .isTrue();

        completed(send(Storefront.erase(CUSTOMER)));

        assertThat(answer(Storefront.profile(pseudonym)).statusCode()).isEqualTo(404);
    }

    /** Goes through broker, refine, database and consents: where it stays away, what they say is told. */
    private static void awaitProfile(String pseudonym) throws Exception {
        Call profile = Storefront.profile(pseudonym);
        try {
            await("the profile").atMost(PATIENCE).until(() -> answer(profile).statusCode() == 200);
        } catch (ConditionTimeoutException e) {
            HttpResponse<String> last = answer(profile);
            throw new AssertionError(
                    "No profile: %d %s | %s".formatted(last.statusCode(), last.body(), new Symptoms(cluster).now()), e);
        }
    }

    @Test
    void anExportAsksEveryServiceForWhatItHas() throws Exception {
        String customer = CUSTOMER + "-export";
        send(Storefront.pseudonym(customer));
        send(Storefront.grant(customer, List.of("analytics")));

        completed(send(Call.post(
                        Part.PRIVACY,
                        "/v1/requests",
                        Json.object().put("subject", "customer_id:" + customer).put("type", "access"))
                .as("privacy-officer")));
    }

    private static void completed(JsonNode request) {
        Call status = Call.get(
                        Part.PRIVACY, "/v1/requests/" + request.path("id").asText())
                .as("privacy-officer");
        await("the request")
                .atMost(PATIENCE)
                .until(() -> send(status).path("status").asText().equals("completed"));
    }

    private static Call view(String product) {
        return Storefront.view(CUSTOMER, Json.object().put("productId", product));
    }

    @Test
    void whoShowsNoCertificateIsNotHeard() {
        for (String pod : pods()) {
            assertThatThrownBy(() -> cluster.get(cluster.authority().stranger(), pod, "/q/health/live"))
                    .as(pod)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aNewCertificateIsTakenWithoutARestart() throws Exception {
        String before = serial();

        for (String pod : pods()) {
            cluster.renew(pod);
        }

        await("the next certificate")
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> !serial().equals(before));
        assertThat(cluster.kubelet().isAlive(PROFILE)).isTrue();
    }

    @Test
    void aNewCertificateForTheBrokerIsTakenWithoutARestart() throws Exception {
        for (Part service : Part.services()) {
            cluster.renewAtBroker(service.label());
        }
        cluster.stack().stop(Set.of(Part.KAFKA));
        cluster.stack().up(Set.of(Part.KAFKA));

        for (String pod : pods()) {
            await(pod)
                    .atMost(PATIENCE)
                    .until(() -> cluster.kubelet()
                            .log(pod)
                            .contains("The certificates for the broker changed, what is there now is in use"));
            cluster.awaitReady(pod);
        }
    }

    private static String serial() throws Exception {
        var session = cluster.get(cluster.authority().caller(), PROFILE, "/q/health/live")
                .sslSession()
                .orElseThrow();
        return ((X509Certificate) session.getPeerCertificates()[0])
                .getSerialNumber()
                .toString();
    }

    @Test
    void eachLineOfALogIsAnObject() throws IOException {
        for (String pod : pods()) {
            String log = cluster.kubelet().log(pod);
            // What comes after the last end of a line is being written.
            String whole = log.substring(0, log.lastIndexOf('\n') + 1);
            assertThat(whole.lines().filter(line -> !line.startsWith("WARNING: ")))
                    .as(pod)
                    .isNotEmpty()
                    .allSatisfy(
                            line -> assertThat(Json.read(line).path("message").isTextual())
                                    .as(line)
                                    .isTrue());
        }
    }

    @Test
    void noServiceWasDeniedAnythingByTheBroker() throws IOException {
        for (String pod : pods()) {
            assertThat(cluster.kubelet().log(pod)).as(pod).doesNotContain("AuthorizationException");
        }
    }

    /** The answer of a call that must succeed. A service that can't answer for a moment is asked again, as a gateway would. */
    private static JsonNode send(Call call) {
        HttpResponse<String> done =
                await(call.path()).atMost(PATIENCE).until(() -> answer(call), reply -> reply.statusCode() != 503);
        assertThat(done.statusCode()).as(done.body()).isBetween(200, 299);
        return Json.read(done.body());
    }

    private static HttpResponse<String> answer(Call call) throws Exception {
        HttpRequest.Builder request = cluster.request(call.part().label(), call.path())
                .header("Authorization", tokens.authorization(call))
                .method(call.method(), BodyPublishers.ofString(call.body()));
        call.headers().forEach(request::header);
        return SmallCluster.send(cluster.authority().caller(), request.build());
    }
}
