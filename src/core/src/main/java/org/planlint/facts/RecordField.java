package org.planlint.facts;

import java.util.Locale;

/** What a record may say of a document: the header of QCVN 102:2016/BTTTT and Decree 30/2020, PL VI Phần II Mục I. */
public enum RecordField {
    NUMBER("số", "number"),
    SYMBOL("ký hiệu", "symbol"),
    DATE("ngày ban hành", "date of issue"),
    PLACE("nơi ban hành", "place of issue"),
    TYPE("tên loại", "type"),
    SUBJECT("trích yếu", "subject"),
    AGENCY("cơ quan ban hành", "agency"),
    AGENCY_ID("mã cơ quan", "code of the agency"),
    SIGNER("người ký", "signer"),
    POSITION("chức vụ", "position"),
    RECIPIENTS("nơi nhận", "recipients"),
    PAGES("số trang", "pages"),
    URGENCY("độ khẩn", "urgency"),
    ATTACHMENTS("tệp kèm theo", "attachments"),
    DOCUMENT_ID("mã văn bản", "id of the document");

    private final String vi;
    private final String en;

    RecordField(String vi, String en) {
        this.vi = vi;
        this.en = en;
    }

    public String vi() {
        return vi;
    }

    public String en() {
        return en;
    }

    /** The field's name in JSON: {@code documentId}. */
    public String key() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder key = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            key.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
        }
        return key.toString();
    }
}
