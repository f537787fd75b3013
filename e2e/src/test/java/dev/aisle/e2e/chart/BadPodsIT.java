package dev.aisle.e2e.chart;

import static dev.aisle.e2e.chart.SmallCluster.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.local.client.Json;
import dev.aisle.local.stack.Part;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What is wrong is told by a pod in one line; it isn't ready, and it is once that was put right. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "pods need loopback addresses of their own")
class BadPodsIT {
    private static final String POD = Part.PROFILE.label();
    private static final String WITHOUT_SCHEMA = Part.PRIVACY.label();
    private static final String WITH_DISK = "event-ingest-refine";

    private static SmallCluster cluster;
    private static Kubelet kubelet;

    @BeforeAll
    static void prepare() throws Exception {
        cluster = new SmallCluster("bad-pods", 28180);
        kubelet = cluster.kubelet();
        for (String job : kubelet.jobs()) {
            if (!job.startsWith(WITHOUT_SCHEMA)) {
                kubelet.finish(job);
            }
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        kubelet.stop(POD);
        kubelet.stop(WITHOUT_SCHEMA);
        kubelet.stop(WITH_DISK);
    }

    @AfterAll
    static void end() {
        cluster.close();
    }

    @Test
    void aMissingSecret() throws Exception {
        Map<String, byte[]> whole = cluster.secret("aisle-shared");
        Map<String, byte[]> less = new HashMap<>(whole);
        less.remove("aisle.sealing.keys");
        kubelet.secret("aisle-shared", less);

        assertThat(lastWords()).contains("The service can't start", "aisle.sealing.keys");

        kubelet.secret("aisle-shared", whole);
        kubelet.start(POD);
        cluster.awaitReady(POD);
    }

    @Test
    void anUnknownKeyOfTheConfiguration() throws Exception {
        kubelet.configure(POD, Map.of("aisle.analysis.page-sizes", "10"));

        assertThat(lastWords()).contains("The service can't start", "aisle.analysis.page-sizes");

        kubelet.configure(POD, Map.of());
        kubelet.start(POD);
        cluster.awaitReady(POD);
    }

    /** The pod is started, can't, and ends; what its last line says. */
    private static String lastWords() throws Exception {
        kubelet.start(POD);
        await("its end").atMost(PATIENCE).until(() -> !kubelet.isAlive(POD));
        // Plain while it isn't known yet how to log.
        return kubelet.log(POD).lines().toList().getLast();
    }

    @Test
    void aWrongIssuer() throws Exception {
        kubelet.configure(POD, Map.of("quarkus.oidc.auth-server-url", "http://127.0.0.1:1/nobody"));
        kubelet.start(POD);

        says(POD, "No issuer of tokens answers at http://127.0.0.1:1/nobody");
        assertThat(cluster.isReady(POD)).isFalse();

        kubelet.stop(POD);
        kubelet.configure(POD, Map.of());
        kubelet.start(POD);
        cluster.awaitReady(POD);
    }

    @Test
    void anIssuerThatIsAway() throws Exception {
        cluster.stack().stop(Set.of(Part.ISSUER));
        kubelet.start(POD);

        says(POD, "No issuer of tokens answers at " + cluster.ports().issuer());
        assertThat(cluster.isReady(POD)).isFalse();

        cluster.stack().up(Set.of(Part.ISSUER));
        cluster.awaitReady(POD);
    }

    @Test
    void anUnreachableBroker() throws Exception {
        cluster.stack().stop(Set.of(Part.KAFKA));
        kubelet.start(POD);

        says(POD, "could not be established");
        assertThat(cluster.isReady(POD)).isFalse();

        cluster.stack().up(Set.of(Part.KAFKA));
        cluster.awaitReady(POD);
    }

    @Test
    void anOldSchema() throws Exception {
        kubelet.start(WITHOUT_SCHEMA);

        says(WITHOUT_SCHEMA, "Waiting: the database lacks");
        assertThat(cluster.isReady(WITHOUT_SCHEMA)).isFalse();

        kubelet.finish(job());
        cluster.awaitReady(WITHOUT_SCHEMA);
    }

    @Test
    void aFullDisk() throws Exception {
        try (SmallDisk disk = SmallDisk.at(cluster.folder().resolve("disk"), 64)) {
            kubelet.configure(
                    WITH_DISK, Map.of("aisle.state-directory", disk.folder().toString()));
            kubelet.start(WITH_DISK);
            cluster.awaitReady(WITH_DISK);
            kubelet.stop(WITH_DISK);
            disk.fill();
            kubelet.start(WITH_DISK);

            says(WITH_DISK, "No space left on device");
            assertThat(cluster.isReady(WITH_DISK)).isFalse();

            disk.empty();
            cluster.awaitReady(WITH_DISK);
            kubelet.stop(WITH_DISK);
        }
    }

    private static String job() {
        return kubelet.jobs().stream()
                .filter(job -> job.startsWith(WITHOUT_SCHEMA))
                .findFirst()
                .orElseThrow();
    }

    /** Each look at its readiness, as a kubelet's, is one more chance to say it. */
    private static void says(String pod, String words) {
        await(words).atMost(PATIENCE).until(() -> {
            assertThat(cluster.isReady(pod)).isFalse();
            return messages(pod).anyMatch(message -> message.contains(words));
        });
        assertThat(kubelet.isAlive(pod)).isTrue();
    }

    private static Stream<String> messages(String pod) throws IOException {
        return kubelet.log(pod)
                .lines()
                .filter(line -> line.startsWith("{") && line.endsWith("}"))
                .map(line -> Json.read(line).path("message").asText());
    }
}
