package dev.aisle.recommender;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.aisle.platform.security.Role;
import dev.aisle.testing.TestTokens;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The packaged service as a second process, on the database, the broker and the store of the service under test, with a folder of its own. */
public final class SecondReplica implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:/]+:([0-9]+)");
    private static final List<String> SHARED = List.of(
            "kafka.bootstrap.servers",
            "quarkus.datasource.jdbc.url",
            "quarkus.datasource.username",
            "quarkus.datasource.password",
            "quarkus.oidc.public-key",
            "quarkus.oidc.console.auth-server-url",
            "aisle.models.bucket.name",
            "aisle.models.bucket.endpoint",
            "aisle.models.bucket.prefix",
            "aisle.models.bucket.path-style",
            "aisle.models.bucket.access-key-id",
            "aisle.models.bucket.secret-access-key",
            "aisle.models.bucket.silence",
            "aisle.models.bucket.attempts");

    private final Path folder = Path.of("target", "second-replica-" + UUID.randomUUID());
    private int port;
    private @Nullable Process process;

    /** Starts it and waits until it is ready. */
    public static SecondReplica start() {
        SecondReplica replica = new SecondReplica();
        replica.launch();
        return replica;
    }

    /** Where it keeps copies of models. */
    public Path copies() {
        return folder.resolve("models");
    }

    /** Kills it and starts it again in the same folder, as a container that starts anew in its pod. */
    public void restart() {
        kill();
        launch();
    }

    public RequestSpecification asOperator() {
        return as(Role.OPERATOR);
    }

    public RequestSpecification as(String role) {
        return given().port(port).auth().oauth2(TestTokens.withRoles(role)).contentType("application/json");
    }

    /** The version that it answers with; empty when there is none. */
    public String inUse() {
        var answer = asOperator().get("/v1/models/current");
        return answer.statusCode() == 200 ? answer.path("version") : "";
    }

    private void launch() {
        Config config = ConfigProvider.getConfig();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Dquarkus.profile=test",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=0",
                "-Daisle.content.embeddings=false",
                "-Daisle.models.instance=second",
                "-Daisle.models.directory=" + copies()));
        for (String key : SHARED) {
            config.getOptionalValue(key, String.class).ifPresent(value -> command.add("-D" + key + "=" + value));
        }
        command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        try {
            Files.createDirectories(folder);
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            process = started;
            await("the second replica").atMost(Duration.ofMinutes(4)).until(() -> ready(started));
        } catch (IOException e) {
            throw new UncheckedIOException("The second replica did not start", e);
        }
    }

    private boolean ready(Process started) throws IOException {
        if (!started.isAlive()) {
            throw new IllegalStateException("It ended: " + said());
        }
        Matcher listening = LISTENING.matcher(said());
        if (!listening.find()) {
            return false;
        }
        port = Integer.parseInt(listening.group(1));
        try {
            return given().port(port).get("/q/health/ready").statusCode() == 200;
        } catch (Exception e) {
            return false;
        }
    }

    /** Its last character may be half written. */
    private String said() throws IOException {
        return Files.readString(folder.resolve("log"), StandardCharsets.ISO_8859_1);
    }

    private void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
