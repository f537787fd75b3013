package dev.aisle.ingest.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.ingest.v1.ExchangeRates;
import dev.aisle.contracts.ingest.v1.IngestSetting;
import dev.aisle.contracts.ingest.v1.KeySecret;
import dev.aisle.contracts.ingest.v1.WriteKey;
import dev.aisle.contracts.operations.v1.DeadLetter;
import dev.aisle.ingest.shared.broker.ExclusiveWriter;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Settings of the door in their topic. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class SettingsIT {
    private static final int CHANGES = 4;

    @Inject
    SettingsView settings;

    @Inject
    ChangeSettings changeSettings;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void aChangeIsInForceWhenTheCallReturns() {
        String name = newName();
        Supplier<Integer> count = settings.derived(Collection::size);
        int before = count.get();

        Optional<String> answer = changeSettings.change(
                SettingKeys.writeKey(name), kept -> new SettingChange.Put<>(key(name, 1), "made"));

        assertThat(answer).contains("made");
        assertThat(settings.of(SettingKeys.writeKey(name))).contains(key(name, 1));
        assertThat(count.get()).isGreaterThan(before);
    }

    @Test
    void aRemovedSettingIsGone() {
        String key = SettingKeys.writeKey(newName());
        changeSettings.change(key, kept -> new SettingChange.Put<>(key(key.substring(10), 1), true));

        changeSettings.change(key, kept -> new SettingChange.Remove<>(true));

        assertThat(settings.of(key)).isEmpty();
    }

    @Test
    void twoInstancesNeverOverwriteEachOther() {
        String name = newName();
        ChangeSettings here = new ChangeSettings(new ExclusiveWriter(bootstrapServers), settings);
        ChangeSettings there = new ChangeSettings(new ExclusiveWriter(bootstrapServers), settings);

        CompletableFuture<Void> one = CompletableFuture.runAsync(() -> addRepeatedly(here, name));
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> addRepeatedly(there, name));
        CompletableFuture.allOf(one, other).join();

        assertThat(settings.of(SettingKeys.writeKey(name)).orElseThrow()).isEqualTo(key(name, 2 * CHANGES));
    }

    private static void addRepeatedly(ChangeSettings changes, String name) {
        for (int i = 0; i < CHANGES; i++) {
            await().until(() -> changes.change(
                            SettingKeys.writeKey(name),
                            kept -> new SettingChange.Put<>(
                                    key(
                                            name,
                                            kept.orElse(key(name, 0))
                                                            .getWriteKey()
                                                            .getBurst()
                                                    + 1),
                                    true))
                    .isPresent());
        }
    }

    @Test
    void anUnreadableWriteKeyHoldsNoLongerAndIsADeadLetter() {
        String name = newName();
        String key = SettingKeys.writeKey(name);
        changeSettings.change(key, kept -> new SettingChange.Put<>(key(name, 1), true));
        byte[] garbage = ("not protobuf " + name).getBytes(StandardCharsets.UTF_8);

        TestRecords.write(Topic.INGEST_SETTINGS, key, garbage);

        await().until(() -> settings.of(key).isEmpty());
        assertThat(TestRecords.await(Topic.DEAD_LETTERS, 1, record -> isOf(record.value(), garbage.length)))
                .isNotEmpty();
    }

    @Test
    void aKeyWithoutAHashIsUnreadable() {
        String name = newName();
        IngestSetting broken = IngestSetting.newBuilder()
                .setWriteKey(WriteKey.newBuilder().setName(name).addSecrets(KeySecret.getDefaultInstance()))
                .build();
        changeSettings.change(SettingKeys.writeKey(name), kept -> new SettingChange.Put<>(key(name, 1), true));

        TestRecords.write(Topic.INGEST_SETTINGS, SettingKeys.writeKey(name), broken.toByteArray());

        await().until(() -> settings.of(SettingKeys.writeKey(name)).isEmpty());
    }

    @Test
    void unreadableExchangeRatesStayAsTheyWere() {
        IngestSetting rates = IngestSetting.newBuilder()
                .setExchangeRates(ExchangeRates.newBuilder().setBase("EUR").putRates("USD", "0.9"))
                .build();
        changeSettings.change(SettingKeys.EXCHANGE_RATES, kept -> new SettingChange.Put<>(rates, true));

        TestRecords.write(Topic.INGEST_SETTINGS, SettingKeys.EXCHANGE_RATES, new byte[] {(byte) 0xFF, 1, 2});

        changeSettings.change(SettingKeys.writeKey(newName()), kept -> new SettingChange.Keep<>(true));
        assertThat(settings.of(SettingKeys.EXCHANGE_RATES)).contains(rates);
        changeSettings.change(SettingKeys.EXCHANGE_RATES, kept -> new SettingChange.Remove<>(true));
    }

    private static String newName() {
        return "key-" + UUID.randomUUID();
    }

    private static IngestSetting key(String name, long burst) {
        return IngestSetting.newBuilder()
                .setWriteKey(WriteKey.newBuilder()
                        .setName(name)
                        .setBurst(burst)
                        .addSecrets(KeySecret.newBuilder().setHash(ByteString.copyFrom(new byte[32]))))
                .build();
    }

    private static boolean isOf(byte[] value, int size) {
        try {
            DeadLetter letter = DeadLetter.parseFrom(value);
            return letter.getTopic().equals(Topic.INGEST_SETTINGS.topicName()) && letter.getSizeBytes() == size;
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            // Another test has broken this topic too.
            return false;
        }
    }
}
