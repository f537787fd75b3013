package dev.aisle.recommender.models.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * What a scheduled job asks of recommender-service: a training, and before one by Spark the list of whom it may learn from. A programme of its own in the
 * service's image; it starts no service. Ends with 0, with 1 when it came to nothing, with 2 when it was called wrongly.
 */
public final class TrainingCommand {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final int WRONG_USAGE = 2;

    private final Map<String, String> environment;
    private final HttpClient http;
    private final PrintStream out;

    private TrainingCommand(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.http = client(Optional.ofNullable(environment.get("AISLE_TRAINING_AUTHORITY")));
        this.out = out;
    }

    /** Why it came to nothing. */
    private static final class Failure extends RuntimeException {
        Failure(String message) {
            super(message);
        }
    }

    /** {@code train [FILE]} or {@code learners FILE}. */
    public static void main(String... arguments) {
        System.exit(run(System.getenv(), List.of(arguments), System.out));
    }

    static int run(Map<String, String> environment, List<String> arguments, PrintStream out) {
        try {
            var command = new TrainingCommand(environment, out);
            if (arguments.size() == 2 && arguments.getFirst().equals("learners")) {
                command.learners(Path.of(arguments.get(1)));
            } else if (arguments.size() <= 2
                    && !arguments.isEmpty()
                    && arguments.getFirst().equals("train")) {
                command.train(arguments.stream().skip(1).findFirst());
            } else {
                out.println("training: expected \"train [FILE]\" or \"learners FILE\".");
                return WRONG_USAGE;
            }
            return 0;
        } catch (Failure e) {
            out.println("training: " + e.getMessage());
        } catch (IOException e) {
            out.println("training: the connection failed: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 1;
    }

    private void learners(Path file) throws IOException, InterruptedException {
        var response = http.send(request("/v1/models/learners").GET().build(), BodyHandlers.ofFile(file));
        if (response.statusCode() != 200) {
            throw new Failure("the list of learners was refused with " + response.statusCode() + ".");
        }
        out.printf("training: the list of learners has %d bytes%n", Files.size(file));
    }

    private void train(Optional<String> file) throws IOException, InterruptedException {
        var body = JSON.createObjectNode();
        file.ifPresent(name -> body.put("file", name));
        var started = http.send(
                request("/v1/models/trainings")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build(),
                BodyHandlers.ofString());
        var location = started.headers().firstValue("Location");
        if (started.statusCode() == 409 && file.isEmpty() && location.isPresent()) {
            out.println("training: one runs already, it is waited for");
        } else if (started.statusCode() != 202 || location.isEmpty()) {
            throw new Failure("it was refused with " + started.statusCode() + ": " + started.body());
        }
        follow(location.get());
    }

    private void follow(String location) throws IOException, InterruptedException {
        String path = URI.create(location).getPath();
        while (true) {
            var response = http.send(request(path).GET().build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new Failure("how it goes isn't told: " + response.statusCode() + ": " + response.body());
            }
            JsonNode training = JSON.readTree(response.body());
            String status = training.path("status").asText();
            if (status.equals("completed")) {
                out.println("training: " + training.path("result"));
                return;
            }
            if (!status.equals("running")) {
                throw new Failure(status + ": " + training.path("failure").asText());
            }
            Thread.sleep(BETWEEN);
        }
    }

    /** With a token of its own each time: a training may last longer than one is good for. */
    private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(URI.create(need("AISLE_TRAINING_SERVICE") + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token());
    }

    private String token() throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=" + secret("client-id") + "&client_secret="
                + secret("client-secret");
        var response = http.send(
                HttpRequest.newBuilder(tokenAddress())
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        String token = response.statusCode() == 200
                ? JSON.readTree(response.body()).path("access_token").asText()
                : "";
        if (token.isEmpty()) {
            throw new Failure("the issuer gave no token: " + response.statusCode() + ".");
        }
        return token;
    }

    private URI tokenAddress() throws IOException, InterruptedException {
        URI about = URI.create(need("AISLE_TRAINING_ISSUER") + "/.well-known/openid-configuration");
        HttpResponse<String> response =
                http.send(HttpRequest.newBuilder(about).timeout(PATIENCE).build(), BodyHandlers.ofString());
        String address = response.statusCode() == 200
                ? JSON.readTree(response.body()).path("token_endpoint").asText()
                : "";
        if (address.isEmpty()) {
            throw new Failure("there is no issuer at " + about + ": " + response.statusCode() + ".");
        }
        return URI.create(address);
    }

    private String need(String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new Failure(name + " is not set.");
        }
        return value;
    }

    private String secret(String name) {
        Path file = Path.of(need("AISLE_TRAINING_SECRETS")).resolve(name);
        try {
            return URLEncoder.encode(Files.readString(file).strip(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Failure(file + " can't be read: " + e);
        }
    }

    /** Trusts an authority of one's own beside those that Java knows: the issuer may have a public certificate. */
    private static HttpClient client(Optional<String> authority) {
        var builder = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10));
        if (authority.isEmpty()) {
            return builder.build();
        }
        try (InputStream certificates = Files.newInputStream(Path.of(authority.get()))) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(certificates)) {
                store.setCertificateEntry("authority-" + number++, certificate);
            }
            addKnown(store);
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return builder.sslContext(context).build();
        } catch (IOException | GeneralSecurityException e) {
            throw new Failure("the authority of " + authority.get() + " can't be read: " + e);
        }
    }

    private static void addKnown(KeyStore store) throws GeneralSecurityException {
        var known = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        known.init((KeyStore) null);
        int number = 0;
        for (var manager : known.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                for (var certificate : x509.getAcceptedIssuers()) {
                    store.setCertificateEntry("known-" + number++, certificate);
                }
            }
        }
    }
}
