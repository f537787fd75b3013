package dev.aisle.platform.provisioning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A job's settings: the environment, and files of a mounted folder of secrets, one a key ({@code AISLE_SECRETS_DIRECTORY}).
 *
 * @param environment by name as in the environment
 */
record Settings(Map<String, String> environment) {
    private static final String SECRETS = "AISLE_SECRETS_DIRECTORY";

    Settings {
        environment = Map.copyOf(environment);
    }

    /** By its configuration key, such as {@code kafka.bootstrap.servers}; what is blank isn't there. */
    Optional<String> get(String key) {
        return Optional.ofNullable(environment.get(variable(key)))
                .or(() -> secret(key))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** The same, where a job can't do without. */
    String need(String key) {
        return get(key).orElseThrow(() -> new JobFailure(variable(key) + " is not set."));
    }

    int number(String key, int usual) {
        String text = get(key).orElse(Integer.toString(usual));
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new JobFailure(variable(key) + " must be a whole number, not \"" + text + "\".");
        }
    }

    /** A file below the folder of secrets. */
    Optional<String> secret(String path) {
        String folder = environment.get(SECRETS);
        if (folder == null) {
            return Optional.empty();
        }
        Path file = Path.of(folder).resolve(path);
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new JobFailure(file + " can't be read: " + e.getMessage());
        }
    }

    /** {@code username} or {@code password} at the database: from the folder of secrets, or from the environment. */
    String login(String part) {
        return secret("database/" + part).map(String::strip).orElseGet(() -> need("quarkus.datasource." + part));
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
