package dev.aisle.platform.domains;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which domains there are beside the shop; the same in all services. Described in docs/domains.md. */
@ConfigMapping(prefix = "aisle.domains")
public interface DomainSettings {
    /** Names of the packs in use, each {@code NAME.yaml} of the directory or one that Aisle comes with; none: a shop and nothing else. */
    Optional<List<String>> packs();

    /** Where packs of your own lie. */
    Optional<Path> directory();

    /** What products are that don't say it, and lists that nobody asks another for. */
    @WithDefault(Domains.SHOP)
    String usual();
}
