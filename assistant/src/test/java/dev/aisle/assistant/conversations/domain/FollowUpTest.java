package dev.aisle.assistant.conversations.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    and to Austria?          | to Austria
                    What about returns?      | returns
                    ok, and by express       | by express
                    how about size 42?       | size 42
                    那退货呢？                 | 退货
                    到奥地利呢?                | 到奥地利
                    那奥地利                  | 奥地利
                    还有尺码                  | 尺码
                    """)
    void whatHangsOnTheQuestionBeforeIsFound(String text, String rest) {
        assertThat(FollowUp.rest(text)).contains(rest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How long does delivery take?",
                "Android phones, please",
                "我的订单到哪里了？",
                "怎么退货",
                "and I would also like to know whether it is possible that you send it to my aunt in Vienna instead of me",
                ""
            })
    void whatStandsAloneIsNone(String text) {
        assertThat(FollowUp.rest(text)).isEmpty();
    }
}
