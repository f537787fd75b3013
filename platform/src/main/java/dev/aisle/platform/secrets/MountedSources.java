package dev.aisle.platform.secrets;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Adds the mounted secrets to the settings where {@code aisle.secrets.directory} names their folder. Found by the service loader. */
public final class MountedSources implements ConfigSourceFactory {
    static final String DIRECTORY = "aisle.secrets.directory";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue directory = context.getValue(DIRECTORY);
        return directory == null
                        || directory.getValue() == null
                        || directory.getValue().isBlank()
                ? List.of()
                : List.of(new MountedSource(Path.of(directory.getValue().strip())));
    }
}
