package dev.aisle.ingest.settings.rates;

import dev.aisle.contracts.ingest.v1.ExchangeRates;
import dev.aisle.contracts.ingest.v1.IngestSetting;
import dev.aisle.ingest.settings.ChangeSettings;
import dev.aisle.ingest.settings.SettingChange;
import dev.aisle.ingest.settings.SettingKeys;
import dev.aisle.ingest.settings.SettingsView;
import dev.aisle.ingest.shared.values.Timestamps;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The exchange rates of the shop: one setting, replaced as a whole. */
@Singleton
class KeepExchangeRates {
    private final ChangeSettings changeSettings;
    private final SettingsView settings;
    private final Currency currency;

    KeepExchangeRates(
            ChangeSettings changeSettings,
            SettingsView settings,
            @ConfigProperty(name = "aisle.currency", defaultValue = "USD") String currency) {
        this.changeSettings = changeSettings;
        this.settings = settings;
        this.currency = Currency.getInstance(currency);
    }

    /** The shop's currency: all rates price in it. */
    public Currency currency() {
        return currency;
    }

    /** Whether what is known is all that is set. */
    public boolean known() {
        return settings.current();
    }

    public Optional<ExchangeRates> current() {
        return settings.of(SettingKeys.EXCHANGE_RATES).map(IngestSetting::getExchangeRates);
    }

    /** Sets the rates; false when the broker did not take them. */
    public boolean set(ExchangeRates rates) {
        IngestSetting setting = IngestSetting.newBuilder()
                .setChangedAt(Timestamps.of(Instant.now()))
                .setExchangeRates(rates)
                .build();
        return changeSettings
                .change(SettingKeys.EXCHANGE_RATES, kept -> new SettingChange.Put<>(setting, true))
                .orElse(false);
    }
}
