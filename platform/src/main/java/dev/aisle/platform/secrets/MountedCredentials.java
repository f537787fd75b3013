package dev.aisle.platform.secrets;

import io.quarkus.arc.Unremovable;
import io.quarkus.credentials.CredentialsProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Credentials out of folders below {@code aisle.secrets.directory}, a folder each, read anew at each question. The pool of connections asks for every connection that it
 * opens; the OIDC clients ask again when the issuer refuses the secret that they had.
 */
@ApplicationScoped
@Unremovable
@Named("mounted")
public class MountedCredentials implements CredentialsProvider {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    /** As the type {@code kubernetes.io/basic-auth} calls it. */
    private static final String USER_FILE = "username";

    private final Optional<String> directory;

    MountedCredentials(@ConfigProperty(name = MountedSources.DIRECTORY) Optional<String> directory) {
        this.directory = directory;
    }

    /**
     * The files of that folder by their names; {@code username} as {@code user}.
     *
     * @throws IllegalStateException in one line, when it can't be read
     */
    @Override
    public Map<String, String> getCredentials(String name) {
        String root = directory.orElseThrow(() ->
                new IllegalStateException("aisle.secrets.directory is not set, so there are no credentials " + name));
        if (!NAME.matcher(name).matches()) {
            throw new IllegalStateException("A folder of credentials is called by 1 to 63 of a-z 0-9 -");
        }
        Path folder = Path.of(root.strip(), name);
        try {
            Map<String, String> found = new HashMap<>(MountedFiles.of(folder));
            if (found.isEmpty()) {
                throw new IllegalStateException("There are no credentials in " + folder);
            }
            String user = found.remove(USER_FILE);
            if (user != null) {
                found.put(USER_PROPERTY_NAME, user);
            }
            return found;
        } catch (IOException e) {
            throw new IllegalStateException("The credentials in " + folder + " can't be read: " + e.getMessage(), e);
        }
    }
}
