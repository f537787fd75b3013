package dev.aisle.ingest.settings.rates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.contracts.ingest.v1.ExchangeRates;
import dev.aisle.ingest.shared.values.Fault;
import dev.aisle.ingest.shared.values.Faults;
import dev.aisle.ingest.shared.values.Fields;
import dev.aisle.ingest.shared.values.Timestamps;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code {"base":"USD","rates":{"EUR":"1.16"},"asOf":"2026-11-24T15:00:00Z"}}: what one unit of each is worth in the base. */
public final class RatesDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> FIELDS = Set.of("base", "rates", "asOf");
    private static final int MOST_RATES = 300;

    private RatesDocument() {}

    /** Reads a document; rates are of use only when they price in the shop's currency. */
    public static RatesReading read(byte[] json, Currency shop) {
        JsonNode document;
        try {
            document = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return new RatesReading.Malformed("not JSON");
        } catch (IOException e) {
            return new RatesReading.Malformed("not UTF-8");
        }
        if (!document.isObject()) {
            return new RatesReading.Malformed("not a JSON object");
        }
        Faults faults = new Faults();
        ExchangeRates rates = read(Fields.ofDocument(document, FIELDS, faults), shop);
        Optional<Fault> fault = faults.first();
        return fault.isPresent() ? new RatesReading.Invalid(fault.get()) : new RatesReading.Valid(rates);
    }

    private static ExchangeRates read(Fields document, Currency shop) {
        Faults faults = document.faults();
        if (!document.text("base", 3).equals(shop.getCurrencyCode())) {
            faults.invalid("base", "expected the shop's currency " + shop.getCurrencyCode());
        }
        Instant asOf = document.instant("asOf");
        if (asOf == null) {
            faults.invalid("asOf", "expected when the rates held, such as 2026-11-24T15:00:00Z");
        }
        ExchangeRates.Builder rates = ExchangeRates.newBuilder()
                .setBase(shop.getCurrencyCode())
                .setAsOf(Timestamps.of(asOf == null ? Instant.EPOCH : asOf));
        prices(document.object("rates"), rates);
        return rates.build();
    }

    private static void prices(Fields prices, ExchangeRates.Builder rates) {
        if (prices.names().isEmpty() || prices.names().size() > MOST_RATES) {
            prices.faults().invalid("rates", "expected 1 to " + MOST_RATES + " currencies");
            return;
        }
        for (String code : new TreeSet<>(prices.names())) {
            if (!RatedCurrency.exists(code)) {
                prices.faults().invalid("rates", "expected ISO 4217 codes such as EUR");
                return;
            }
            BigDecimal price = prices.number(code);
            if (price == null || price.signum() <= 0) {
                prices.faults().invalid(prices.pathOf(code), "expected a number above 0");
                return;
            }
            rates.putRates(code, price.toPlainString());
        }
    }
}
