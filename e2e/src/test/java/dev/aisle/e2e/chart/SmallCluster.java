package dev.aisle.e2e.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.containers.ChartSecrets;
import dev.aisle.helm.Chart;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.Stack;
import dev.aisle.local.stack.Tuning;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;

/** Broker, database and issuer of the local stack, and a kubelet that has the chart's pods and Secrets and runs none of them yet. */
final class SmallCluster implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private final PortPlan ports;
    private final Layout layout;
    private final Stack stack;
    private final Authority authority;
    private final CertifiedBroker broker;
    private final Kubelet kubelet;
    private final Map<String, Map<String, byte[]>> secrets;

    /** One in a folder below {@code target}. */
    SmallCluster(String folder, int portBase) throws Exception {
        ports = new PortPlan(portBase);
        layout = new Layout(PROJECT, Path.of("target", folder).toAbsolutePath(), ports);
        Stack before = new Stack(layout, new Progress(System.out));
        before.down();
        before.wipe();
        authority = new Authority();
        Files.createDirectories(layout.home());
        broker = new CertifiedBroker(layout, authority);
        stack = new Stack(
                layout, new Progress(System.out), Map.of(Part.KAFKA, broker.tuning(), Part.POSTGRES, database()));
        stack.up(Set.of(Part.POSTGRES, Part.KAFKA, Part.ISSUER));
        Path pods = Files.createDirectories(layout.home().resolve("pods"));
        ChartSecrets made = new ChartSecrets(layout);
        kubelet = new Kubelet(PROJECT, pods, new Chart(PROJECT).objects(values(made.trusted())));
        secrets = made.all();
        secrets.put("kafka-ca", Map.of("ca.crt", authority.certificate()));
        secrets.put("db-ca", Map.of("ca.crt", authority.certificate()));
        secrets.put("kafka-topics", broker.secret(CertifiedBroker.JOB));
        for (Part service : Part.services()) {
            secrets.put("kafka-" + service.label(), broker.secret(service.label()));
        }
        for (var secret : secrets.entrySet()) {
            kubelet.secret(secret.getKey(), secret.getValue());
        }
        for (String pod : kubelet.addresses().keySet()) {
            renew(pod);
        }
    }

    /** It speaks TLS to whoever asks for it. */
    private Tuning database() throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of("ssl", "on"));
        var pem = authority.issue("database", "127.0.0.1");
        settings.put("ssl_cert_file", readableByItself("database.crt", pem.get("tls.crt")));
        settings.put("ssl_key_file", readableByItself("database.key", pem.get("tls.key")));
        return new Tuning(List.of(), settings);
    }

    private String readableByItself(String name, byte[] bytes) throws IOException {
        Path file = Files.write(layout.home().resolve(name), bytes);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file.toString();
    }

    private Path values(String trusted) throws IOException {
        try (InputStream in = SmallCluster.class.getResourceAsStream("/chart/values.yaml")) {
            assertThat(in).isNotNull();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{issuer}", ports.issuer().toString())
                    .replace("{kafka}", broker.address())
                    .replace("{postgresql}", Integer.toString(ports.of(Part.POSTGRES)))
                    .replace("{trusted}\n", trusted);
            return Files.writeString(layout.home().resolve("values.yaml"), text);
        }
    }

    /** Where all of it lies. */
    Path folder() {
        return layout.home();
    }

    PortPlan ports() {
        return ports;
    }

    Stack stack() {
        return stack;
    }

    Authority authority() {
        return authority;
    }

    Kubelet kubelet() {
        return kubelet;
    }

    /** What is in a Secret. */
    Map<String, byte[]> secret(String name) {
        return secrets.getOrDefault(name, Map.of());
    }

    /** A new certificate for a pod. */
    void renew(String pod) throws Exception {
        String address = kubelet.addresses().getOrDefault(pod, "");
        kubelet.secret(pod + "-tls", authority.issue(pod, address));
    }

    /** A new certificate for a service's way to the broker, under another password. */
    void renewAtBroker(String service) throws Exception {
        kubelet.secret("kafka-" + service, broker.secret(service, "another-password-of-the-test"));
    }

    boolean isReady(String pod) {
        try {
            return get(authority.caller(), pod, "/q/health/ready").statusCode() == 200;
        } catch (Exception e) {
            return false;
        }
    }

    /** Waits until it is ready; it must not have died. */
    void awaitReady(String pod) throws IOException {
        await(pod).atMost(PATIENCE).until(() -> !kubelet.isAlive(pod) || isReady(pod));
        assertThat(kubelet.isAlive(pod)).as(kubelet.log(pod)).isTrue();
    }

    HttpResponse<String> get(SSLContext tls, String pod, String path) throws Exception {
        return send(tls, request(pod, path).build());
    }

    static HttpResponse<String> send(SSLContext tls, HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newBuilder()
                .sslContext(tls)
                .connectTimeout(Duration.ofSeconds(5))
                .build()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }

    HttpRequest.Builder request(String pod, String path) {
        return HttpRequest.newBuilder(
                        URI.create("https://" + kubelet.addresses().get(pod) + ":8443" + path))
                .timeout(Duration.ofSeconds(20));
    }

    @Override
    public void close() {
        kubelet.close();
        stack.down();
    }
}
