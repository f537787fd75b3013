package dev.aisle.profile.people.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.profile.people.domain.Histories;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ChunkTest {
    @Provide
    Arbitrary<List<PersonEvent>> events() {
        return Histories.events();
    }

    @Property
    void whatIsPackedIsUnpackedTheSame(@ForAll("events") List<PersonEvent> events) {
        Map<Instant, List<PersonEvent>> months =
                events.stream().collect(Collectors.groupingBy(event -> Chunk.monthOf(event.at())));

        months.forEach((month, ofMonth) -> {
            Chunk chunk = new Chunk("p", month, PersonEvents.of(ofMonth), 0);
            try (Packing packing = new Packing()) {
                byte[] packed = packing.pack(ChunkWriter.write(chunk));
                assertThat(ChunkReader.read(packing.unpack(packed), month))
                        .isEqualTo(chunk.events().list());
            }
        });
    }

    @Test
    void aChunkThatIsCutOffSaysSo() {
        try (Packing packing = new Packing()) {
            byte[] packed = packing.pack(new byte[1_000]);

            assertThatThrownBy(() -> packing.unpack(Arrays.copyOf(packed, packed.length - 2)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("ends too early");
        }
    }

    @Test
    void theLastMillisecondOfAMonthIsInIt() {
        assertThat(Chunk.monthOf(Instant.parse("2026-03-31T23:59:59.999Z")))
                .isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(Chunk.monthOf(Instant.parse("2026-04-01T00:00:00Z")))
                .isEqualTo(Instant.parse("2026-04-01T00:00:00Z"));
    }
}
