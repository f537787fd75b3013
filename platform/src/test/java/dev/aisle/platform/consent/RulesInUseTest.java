package dev.aisle.platform.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.algorithms.privacy.rules.ConsentRules;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesInUseTest {
    @TempDir
    Path folder;

    private static Config configured(Path file) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.of(RulesInUse.KEY, file.toString()), "test", 100))
                .build();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("rules.csv"), text);
    }

    @Test
    void withoutAFileTheTableThatAisleComesWithDecides() {
        assertThat(RulesInUse.read(new SmallRyeConfigBuilder().build())).isSameAs(ConsentRules.builtIn());
    }

    @Test
    void aShopsOwnFileDecides() throws IOException {
        String own = ConsentRules.builtIn().text().replace("US-TX,adult,opt_out", "US-TX,adult,opt_in");

        assertThat(RulesInUse.read(configured(write(own))).text()).isEqualTo(own);
    }

    @Test
    void aFileThatCanNotBeUsedStopsTheStartWithItsNameAndLine() throws IOException {
        Path file = write(ConsentRules.builtIn().text().replace("suppressed=yes,DENY", "suppressed=yes,ALLOW"));

        assertThatThrownBy(() -> RulesInUse.read(configured(file)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching(
                        "aisle.consent.rules: .*rules.csv, line \\d+: a suppressed person must be denied.*");
        assertThatThrownBy(() -> RulesInUse.read(configured(folder.resolve("none"))))
                .hasMessageContaining("none can't be read");
    }
}
