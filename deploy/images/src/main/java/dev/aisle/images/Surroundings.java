package dev.aisle.images;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What stands around a service while it is trained: a broker, a database and an issuer, which somebody else runs.
 *
 * @param folder      of whoever runs them; the service sees it at the same place
 * @param environment what it is told, its own port among it
 */
record Surroundings(Path folder, Map<String, String> environment) {
    private static final int PATIENCE_MILLIS = 2_000;

    Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Of the lines {@code NAME=VALUE} of {@code FOLDER/environments/SERVICE.env}. */
    static Surroundings of(Path folder, Service service) throws IOException {
        var environment = new HashMap<String, String>();
        for (String line : Files.readAllLines(folder.resolve("environments").resolve(service.folder() + ".env"))) {
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw new ImageFailure(
                        "A line of the environment of " + service.folder() + " isn't NAME=VALUE: " + line);
            }
            environment.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return new Surroundings(folder, environment);
    }

    /** Whether the service says so. */
    boolean ready() {
        var ready = URI.create("http://127.0.0.1:" + environment.get("QUARKUS_HTTP_PORT") + "/q/health/ready");
        try {
            var connection = (HttpURLConnection) ready.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
