package dev.aisle.ingest.settings.rates;

import dev.aisle.contracts.ingest.v1.ExchangeRates;
import dev.aisle.ingest.shared.values.Timestamps;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The reference rates of the European Central Bank for one day: what one euro is worth in each currency. They are turned around, so
 * that they price in the shop's currency: {@code price(X) = euro(shop) / euro(X)}.
 *
 * @see <a href="https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml">eurofxref-daily.xml</a>
 */
public final class EcbDocument {
    private static final MathContext DIGITS = new MathContext(10, RoundingMode.HALF_EVEN);
    private static final int LONGEST_NUMBER = 20;
    private static final XMLInputFactory XML = newFactory();

    private final TreeMap<String, BigDecimal> perEuro = new TreeMap<>();
    private @Nullable LocalDate day;
    private @Nullable RatesReading fault;

    private EcbDocument() {}

    private static XMLInputFactory newFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Reads a document of one day. */
    public static RatesReading read(byte[] xml, Currency shop) {
        EcbDocument document = new EcbDocument();
        try {
            document.scan(XML.createXMLStreamReader(new ByteArrayInputStream(xml)));
        } catch (XMLStreamException e) {
            return new RatesReading.Malformed("not XML");
        }
        return document.reading(shop);
    }

    private void scan(XMLStreamReader reader) throws XMLStreamException {
        perEuro.put("EUR", BigDecimal.ONE);
        while (reader.hasNext() && fault == null) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("Cube")) {
                cube(reader.getAttributeValue(null, "time"), reader);
            }
        }
    }

    private void cube(@Nullable String time, XMLStreamReader reader) {
        String code = reader.getAttributeValue(null, "currency");
        if (time != null) {
            day(time);
        } else if (code != null) {
            rate(code, reader.getAttributeValue(null, "rate"));
        }
    }

    private void day(String time) {
        try {
            fault = day == null ? null : RatesReading.invalid("Cube/@time", "expected the rates of one day");
            day = LocalDate.parse(time);
        } catch (DateTimeException e) {
            fault = RatesReading.invalid("Cube/@time", "expected a date such as 2026-11-24");
        }
    }

    private void rate(String code, @Nullable String number) {
        BigDecimal rate = number == null || number.length() > LONGEST_NUMBER ? null : parse(number);
        if (!RatedCurrency.exists(code)) {
            fault = RatesReading.invalid("Cube/@currency", "expected ISO 4217 codes such as USD");
        } else if (rate == null || rate.signum() <= 0 || Math.abs(rate.scale()) > LONGEST_NUMBER) {
            fault = RatesReading.invalid("Cube/@rate", "expected a number above 0");
        } else {
            perEuro.put(code, rate);
        }
    }

    private static @Nullable BigDecimal parse(String number) {
        try {
            return new BigDecimal(number);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private RatesReading reading(Currency shop) {
        if (fault != null) {
            return fault;
        }
        LocalDate asOf = day;
        if (asOf == null) {
            return RatesReading.invalid("Cube/@time", "expected a date such as 2026-11-24");
        }
        String base = shop.getCurrencyCode();
        BigDecimal euro = perEuro.get(base);
        if (euro == null || perEuro.size() == 1) {
            return RatesReading.invalid("Cube/@currency", "expected a rate of the shop's currency " + base);
        }
        ExchangeRates.Builder rates = ExchangeRates.newBuilder()
                .setBase(base)
                .setAsOf(Timestamps.of(asOf.atStartOfDay(ZoneOffset.UTC).toInstant()));
        perEuro.forEach((code, rate) -> {
            if (!code.equals(base)) {
                rates.putRates(
                        code, euro.divide(rate, DIGITS).stripTrailingZeros().toPlainString());
            }
        });
        return new RatesReading.Valid(rates.build());
    }
}
