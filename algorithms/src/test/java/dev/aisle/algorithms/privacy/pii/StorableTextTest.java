package dev.aisle.algorithms.privacy.pii;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorableTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        my card 4111 1111 1111 1111 was charged twice | my card [card] was charged twice
        card 5500-0000-0000-0004.                     | card [card].
        amex 378282246310005!                         | amex [card]!
        我的卡号是4111111111111111，扣了两次               | 我的卡号是[card]，扣了两次
        卡号４１１１ １１１１ １１１１ １１１１              | 卡号[card]
        pay to DE89 3704 0044 0532 0130 00 please     | pay to [iban] please
        GB82WEST12345698765432                        | [iban]
        账号FR1420041010050500013M02606谢谢            | 账号[iban]谢谢
        write to jane.doe+shop@mail.example.co.uk now | write to [email] now
        邮箱是li.wei@example.cn，谢谢                    | 邮箱是[email]，谢谢
        jane (at) example.com                         | [email]
        li＠example．com                              | [email]
        call +49 (0)30 1234 5678                      | call [phone]
        0049 170 1234567 is mine                      | [phone] is mine
        我的手机13812345678                             | 我的手机[phone]
        手机１３８１２３４５６７８                          | 手机[phone]
        tel. 010-88886666                             | tel. [phone]
        030 1234567                                   | [phone]
        (555) 123-4567                                | [phone]
        my phone is 5551234567                        | my phone is [phone]
        my password is hunter2                        | my password is [secret]
        password: s3cr3t!                             | password: [secret]
        Passwort = Geheim99                           | Passwort = [secret]
        my password is sunshine                       | my password is [secret]
        the verification code is 493021               | the verification code is [secret]
        PIN 4711                                      | PIN [secret]
        cvv: 123                                      | cvv: [secret]
        密码是abc123                                    | 密码是[secret]
        验证码：839201                                  | 验证码：[secret]
        密码改成Hello_World1                            | 密码改成[secret]
        I write from 203.0.113.7                      | I write from [ip]
        my router is 3c:22:fb:12:34:56                | my router is [mac]
        """)
    void whatIsSensitiveIsTakenOut(String text, String masked) {
        assertThat(StorableText.of(text).text()).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A wrong check digit.
                "my card 4111 1111 1111 1112 was charged twice",
                "DE12 1111 2222 3333 4444 57",
                "DE89 is a street in my order",
                // Order numbers, dates, prices, codes of goods.
                "where is order 1002003004",
                "order A-20261127-0042",
                "订单号20261127000123",
                "since 2026-11-27 10:30 and 27.11.2026",
                "it costs 1,299.00 EUR, not 12999",
                "EAN 4006381333931",
                "50-60 cm, 3-5 days, 24/7",
                "me@home",
                "look @shop on the site example.com",
                "I forgot my password and can't log in",
                "my password is wrong",
                "the password was not accepted",
                "密码错误，登录不了",
                "忘记密码怎么办",
                "coupon code is SAVE10",
                "the pin on the jacket is broken",
                "pin 2 of the plug"
            })
    void whatIsNotStays(String text) {
        assertThat(StorableText.of(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my password is hunter2, my card 4111 1111 1111 1111, DE89 3704 0044 0532 0130 00",
                "li＠example．com or +49 (0)30 1234 5678 from 203.0.113.7"
            })
    void whatIsMaskedStaysAsItIs(String text) {
        String once = StorableText.of(text).text();

        assertThat(StorableText.of(once).text()).isEqualTo(once).isNotEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("dev.aisle.algorithms.privacy.pii.PiiDetectorTest#writings")
    void whatTheDoorTakesOutOfASearchIsTakenOutOfAMessage(String line) {
        String[] cells = line.split("\t", 2);

        assertThat(StorableText.of(PiiDetectorTest.unescaped(cells[1])).text())
                .contains(cells[0])
                .doesNotContain("1111");
    }

    @Test
    void aLongTextOfDigitsIsMaskedInTime() {
        String text = "4111 1111 1111 1111 0170 ".repeat(160);

        assertThat(StorableText.of(text).text()).hasSizeLessThan(text.length() + 1);
        assertThat(StorableText.of("DE89".repeat(1_000)).text()).isNotEmpty();
        assertThat(StorableText.of("a".repeat(4_000)).text()).hasSize(4_000);
        assertThat(StorableText.of("a@".repeat(2_000)).text()).isNotEmpty();
    }
}
