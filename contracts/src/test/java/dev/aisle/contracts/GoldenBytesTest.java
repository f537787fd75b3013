package dev.aisle.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.TextFormat;
import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.exposures.v1.Exposure;
import dev.aisle.contracts.federation.v1.JoinRequest;
import dev.aisle.contracts.ingest.v1.IngestSetting;
import dev.aisle.contracts.messages.v1.OutboundMessage;
import dev.aisle.contracts.operations.v1.DeadLetter;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.profile.v1.EventChunk;
import dev.aisle.contracts.profile.v1.Profile;
import dev.aisle.contracts.recommender.v1.RecommendRequest;
import dev.aisle.contracts.segments.v1.SegmentChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes that were written once must read the same for ever. A new message gets its golden files by one run with
 * {@code -Dgolden.write=true}; files that exist are never rewritten.
 */
class GoldenBytesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final HexFormat HEX = HexFormat.of();

    static Stream<Descriptor> everyMessage() {
        return Stream.of(
                        Money.getDescriptor(),
                        ShopEvent.getDescriptor(),
                        Product.getDescriptor(),
                        IngestSetting.getDescriptor(),
                        ConsentState.getDescriptor(),
                        SegmentChange.getDescriptor(),
                        Exposure.getDescriptor(),
                        OutboundMessage.getDescriptor(),
                        RecommendRequest.getDescriptor(),
                        DeadLetter.getDescriptor(),
                        EventChunk.getDescriptor(),
                        Profile.getDescriptor(),
                        JoinRequest.getDescriptor())
                .map(Descriptor::getFile)
                .map(FileDescriptor::getMessageTypes)
                .flatMap(types -> types.stream());
    }

    @ParameterizedTest
    @MethodSource("everyMessage")
    void bytesOfThePastStillReadTheSame(Descriptor type) throws IOException {
        Path bytes = GOLDEN.resolve(type.getFullName() + ".hex");
        Path text = GOLDEN.resolve(type.getFullName() + ".txtpb");
        writeWhenNewAndAsked(type, bytes, text);

        DynamicMessage read = DynamicMessage.parseFrom(
                type, HEX.parseHex(Files.readString(bytes).strip()));

        assertThat(TextFormat.printer().printToString(read)).isEqualTo(Files.readString(text));
        assertThat(read.getUnknownFields().asMap()).isEmpty();
    }

    private static void writeWhenNewAndAsked(Descriptor type, Path bytes, Path text) throws IOException {
        if (!Boolean.getBoolean("golden.write") || Files.exists(bytes)) {
            return;
        }
        DynamicMessage sample = SampleMessage.of(type);
        Files.createDirectories(GOLDEN);
        Files.writeString(bytes, HEX.formatHex(sample.toByteArray()) + "\n");
        Files.writeString(text, TextFormat.printer().printToString(sample));
    }
}
