package org.planlint.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;

/** A letterhead in two text boxes, with the borders of their last lines for lines. */
final class BoxedLetterhead {
    private static final String BOX = """
            <xml-fragment xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'
             xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'
             xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'
             xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'
             xmlns:v='urn:schemas-microsoft-com:vml'
             xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><mc:AlternateContent><mc:Choice
             Requires='wps'><w:drawing><wp:anchor distT='0' distB='0' distL='0' distR='0' simplePos='0'
             relativeHeight='251659264' behindDoc='0' locked='0' layoutInCell='1' allowOverlap='1'><wp:simplePos x='0' y='0'/>
             <wp:positionH relativeFrom='column'><wp:posOffset>%1$d</wp:posOffset></wp:positionH>
             <wp:positionV relativeFrom='paragraph'><wp:posOffset>0</wp:posOffset></wp:positionV>
             <wp:extent cx='%2$d' cy='1143000'/><wp:effectExtent l='0' t='0' r='0' b='0'/><wp:wrapTopAndBottom/>
             <wp:docPr id='%4$d' name='Text Box %4$d'/><wp:cNvGraphicFramePr/>
             <a:graphic><a:graphicData uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><wps:wsp>
             <wps:cNvSpPr txBox='1'/><wps:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='%2$d' cy='1143000'/></a:xfrm>
             <a:prstGeom prst='rect'><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>
             <wps:txbx><w:txbxContent>%3$s</w:txbxContent></wps:txbx><wps:bodyPr lIns='0' rIns='0' tIns='0' bIns='0'/>
             </wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
             <mc:Fallback><w:pict><v:shape type='#_x0000_t202' style='position:absolute'><v:textbox>
             <w:txbxContent>%3$s</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>
             </mc:AlternateContent></xml-fragment>""";

    private BoxedLetterhead() {}

    static void write(SamplePlan plan, XWPFParagraph p, BiFunction<String, Look.Type, Look.Type> types) {
        Look.Type plain = Look.Type.of(13, false, false, ParagraphAlignment.CENTER);
        Look.Type bold = Look.Type.of(13, true, false, ParagraphAlignment.CENTER);
        List<String> left = new ArrayList<>();
        if (plan.parent() != null) {
            plan.parent().lines().forEach(part -> left.add(line(part, types.apply("parent", plain), 0)));
        }
        String[] agency = plan.agency().split("\\s*/\\s*");
        for (int i = 0; i < agency.length; i++) {
            boolean last = i == agency.length - 1;
            left.add(line(agency[i], types.apply("agency", last ? bold.over("border") : bold), 62));
        }
        left.add(line(plan.number(), types.apply("number", plain), 0));
        List<String> right = List.of(
                line(
                        plan.nationalTitle(),
                        types.apply("nationalTitle", Look.Type.of(12, true, false, ParagraphAlignment.CENTER)),
                        0),
                line(plan.motto(), types.apply("motto", bold.over("border")), 42),
                line(plan.date(), types.apply("date", Look.Type.of(13, false, true, ParagraphAlignment.CENTER)), 0));
        box(p, 0, 195, String.join("", left), 21);
        box(p, 200, 265, String.join("", right), 22);
    }

    private static void box(XWPFParagraph p, int from, int width, String lines, int id) {
        try {
            p.createRun()
                    .getCTR()
                    .set(XmlObject.Factory.parse(
                            String.format(Locale.ROOT, BOX, from * 12_700, width * 12_700, lines, id)));
        } catch (XmlException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param inset of its border from either side, in points */
    private static String line(String text, Look.Type type, int inset) {
        boolean border = "border".equals(type.line());
        return "<w:p><w:pPr>"
                + (border ? "<w:pBdr><w:bottom w:val='single' w:sz='6' w:space='1' w:color='auto'/></w:pBdr>" : "")
                + "<w:spacing w:after='60'/>"
                + (border ? "<w:ind w:left='" + inset * 20 + "' w:right='" + inset * 20 + "'/>" : "")
                + "<w:jc w:val='center'/></w:pPr><w:r><w:rPr>"
                + "<w:rFonts w:ascii='" + type.font() + "' w:hAnsi='" + type.font() + "' w:cs='" + type.font() + "'/>"
                + (type.bold() ? "<w:b/>" : "")
                + (type.italic() ? "<w:i/>" : "")
                + (type.colour() == null ? "" : "<w:color w:val='" + type.colour() + "'/>")
                + "<w:sz w:val='" + Math.round(type.size() * 2) + "'/></w:rPr><w:t>" + text + "</w:t></w:r></w:p>";
    }
}
