package dev.aisle.recommender.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** How words are searched. */
@ConfigMapping(prefix = "aisle.search")
public interface SearchConfig {
    /** Folder of the index, about 1 kB a product; made anew at each start, never shared by running instances. */
    @WithDefault("${java.io.tmpdir}/${aisle.shop-prefix:}aisle-search")
    Path directory();

    /** BCP 47 tag of the language of main titles in Latin letters; Chinese ones are recognised. */
    @WithDefault("en")
    String language();
}
