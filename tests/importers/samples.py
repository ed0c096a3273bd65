"""Exports in the documented shapes, made by us: nobody's data."""

from __future__ import annotations

import io
import zipfile

BBB = "published/"
SHAPES = """<?xml version="1.0"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg id="svgfile" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 800 600">
  <image id="image0" class="slide" in="0" out="4.2" src="logo.png" width="800"/>
  <image id="image1" class="slide" in="4.2" out="60.0" xlink:href="presentation/aaa-1/svgs/slide1.svg" width="1600" height="900"/>
  <image id="image2" class="slide" in="60.0 300.5" out="120.0 360.0" xlink:href="presentation/aaa-1/svgs/slide2.svg"/>
  <image id="image3" class="slide" in="120.0" out="300.5" xlink:href="presentation/deskshare.png"/>
  <image id="image4" class="slide" in="360.0" out="99999.0" xlink:href="presentation/aaa-1/slide-3.png"/>
  <g class="canvas" id="canvas1" image="image1"><g class="shape" id="draw1"><image xlink:href="presentation/aaa-1/poll_result1.svg"/></g></g>
</svg>
"""
PUBLISHED = {
    BBB + "metadata.xml": """<?xml version="1.0"?><recording><id>x</id><state>published</state><start_time>1500000000000</start_time>
<end_time>1500000900000</end_time><participants>3</participants><meeting id="m" externalId="e" name="Salle" breakout="false"/>
<meta><meetingName>Réunion d'essai</meetingName></meta><playback><format>presentation</format><duration>600000</duration></playback></recording>""",
    BBB + "shapes.svg": SHAPES,
    BBB + "presentation_text.json": '{"aaa-1": {"slide-1": "Bonjour\\nBienvenue", "slide-2": "Un fait Voici", "slide-3": "Deux faits"}}',
    BBB + "slides_new.xml": """<?xml version="1.0"?><popcorn>
<chattimeline in="12" direction="down" name="Zoé Petit" message="Bonjour &lt;b&gt;tous&lt;/b&gt; &amp;amp; merci" target="chat"/>
<chattimeline in="40" out="50" direction="down" name="Luc Grand" message="&lt;a href=&quot;https://example.org&quot; rel=&quot;nofollow&quot;&gt;&lt;u&gt;https://example.org&lt;/u&gt;&lt;/a&gt;" target="chat"/>
</popcorn>""",
    BBB + "polls.json": '[{"timestamp": 130, "type": "YN", "question": "On continue ?", "answers": [{"id": 0, "key": "Oui", "numVotes": 4},'
    ' {"id": 1, "key": "Non", "numVotes": 1}], "respondents": 9, "responders": 5}]',
    BBB + "captions.json": '[{"locale": "fr", "localeName": "Français"}]',
    BBB + "caption_fr.vtt": "WEBVTT\n\n00:00:05.000 --> 00:00:08.000\nBonjour.\n",
    BBB + "external_videos.json": '[{"timestamp": 200, "external_video_url": "https://example.org/film"}]',
    BBB + "cursor.xml": "<recording/>",
    BBB + "panzooms.xml": "<recording/>",
    BBB + "notes.html": "<html><head><title>x</title></head><body>Une note partagée</body></html>",
    BBB + "surprise.bin": "x",
    BBB + "presentation/aaa-1/slide-1.png": "x",
    BBB + "video/webcams.webm": "x",
    BBB + "deskshare/deskshare.webm": "x",
}  # fmt: skip


def event(at: int, kind: str, module: str = "X", **values: object) -> str:
    inside = "".join(f"<{name}>{value}</{name}>" for name, value in values.items())
    return f'<event timestamp="{at}" module="{module}" eventname="{kind}">{inside}</event>\n'


EVENTS = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<recording meeting_id="m-1" bbb_version="2.7">\n'
    '<meeting id="m-1" externalId="e" name="Réunion brute" breakout="false"/>\n'
    + event(1000000, "ParticipantJoinEvent", userId="w_1", externalUserId="p1", name="Ada Martin", role="MODERATOR")
    + event(1001000, "ConversionCompletedEvent", presentationName="ppp-0", originalFilename="default.pdf")
    + event(1002000, "SharePresentationEvent", presentationName="ppp-0")
    + event(1003000, "ParticipantJoinEvent", userId="w_2", externalUserId="p2", name="Zoé Petit", role="VIEWER")
    + event(1004000, "PublicChatEvent", sender="Zoé Petit", senderId="w_2", chatId="MAIN-PUBLIC-GROUP-CHAT", message="Avant")
    + event(1010000, "RecordStatusEvent", status="true", userId="w_1")
    + event(1011000, "ConversionCompletedEvent", presentationName="ppp-1", originalFilename="e.pptx")
    + event(1012000, "SharePresentationEvent", presentationName="ppp-1")
    + event(1020000, "ParticipantLeftEvent", userId="w_2")
    + event(1030000, "GotoSlideEvent", slide="1", id="ppp-1/2")
    + event(1031000, "ParticipantJoinEvent", userId="w_3", externalUserId="p2", name="Zoé Petit", role="VIEWER")
    + event(1040000, "PublicChatEvent", sender="Zoé Petit", senderId="w_3", chatId="MAIN-PUBLIC-GROUP-CHAT", message="Pendant &amp;lt;3")
    + event(1041000, "PublicChatEvent", sender="Zoé Petit", senderId="w_3", chatId="ab12-xy", message="Secret")
    + event(1050000, "RecordStatusEvent", status="false", userId="w_1")
    + event(1060000, "GotoSlideEvent", slide="2")
    + event(1080000, "RecordStatusEvent", status="true", userId="w_1")
    + event(1081000, "PollStartedRecordEvent", pollId="q1", question="On continue ?", answers='[{"id":0,"key":"Oui"},{"id":1,"key":"Non"}]')
    + event(1082000, "UserRespondedToPollRecordEvent", pollId="q1", userId="w_3", answerId="0")
    + event(1083000, "PollPublishedRecordEvent", pollId="q1", question="", answers='[{"id":0,"key":"Oui","numVotes":1},{"id":1,"key":"Non","numVotes":0}]', numRespondents="2", numResponders="1")
    + event(1085000, "StartWebRTCDesktopShareEvent")
    + event(1090000, "StopWebRTCDesktopShareEvent")
    + event(1095000, "NouvelEvent", x="1")
    + event(1100000, "RecordStatusEvent", status="false", userId="w_1")
    + event(1110000, "EndAndKickAllEvent")
    + "</recording>\n"
)  # fmt: skip

ZOOM_VTT = """WEBVTT

1
00:00:02.060 --> 00:00:05.220
Ada Martin: Bonjour à toutes et à tous.

2
00:00:05.900 --> 00:00:08.120
Ada Martin: Voici le plan : deux parties.

3
00:01:08.500 --> 00:01:10.000
Zoé Petit: Une question, je m'appelle Zoé.

4
00:01:10.500 --> 00:01:12.000
Appelez-moi au 06 12 34 56 78.
"""
ZOOM_CHATS = {
    "tabs": "00:12:34\t From  Zoé Petit : Bonjour\n00:13:00\t From  Luc Grand : Deux\nlignes\n",
    "one space": "00:12:34 From Zoé Petit to Everyone:\n\tBonjour\n00:13:00 From Luc Grand to Everyone:\n\tDeux\n\tlignes\n",
    "two spaces": "00:12:34 From  Zoé Petit  to  Everyone : Bonjour\r\n00:13:00 From  Luc Grand  to  Everyone : Deux\r\nlignes\r\n",
    "french": "00:12:34 De Zoé Petit à Tout le monde :\n\tBonjour\n00:13:00 De Luc Grand à Tout le monde :\n\tDeux\n\tlignes\n",
    "cloud": "00:12:34\tZoé Petit:\tBonjour\n00:13:00\tLuc Grand:\tDeux\nlignes\n",
}
ZOOM_PRIVATE = (
    "00:01:00 From Zoé Petit to Ada Martin(Direct Message):\n\tSecret un\n"
    "00:01:10 De Zoé Petit à Ada Martin (Message direct) :\n\tSecret deux\n"
    "00:01:20 From  Zoé Petit  to  Ada Martin(Privately) : Secret trois\n"
    "00:01:30 From Luc Grand to Ada Martin:\n\tSecret quatre\n"
    "00:01:40 From Luc Grand to Everyone:\n\tPublic\n"
    '00:01:50 From Ada Martin to Everyone:\n\tReacted to "Public" with 👍\n'
)
ZOOM_POLLS = """Poll Report
Report Generated:,"Mar 2, 2018 09:00 AM"
Topic,Meeting ID,Actual Start Time,Actual Duration (minutes),# Polls
"Réunion",123,"Mar 1, 2018 10:28 AM",95,1

Poll Details
#,User Name,User Email,Submitted Date/Time,
1,Zoé Petit,zoe@example.org,"Mar 1, 2018 10:40:11","On continue ?","Oui","Quels sujets ?","Eau;Énergie",
2,Luc Grand,luc@example.org,"Mar 1, 2018 10:40:15","On continue ?","Non","Quels sujets ?","Eau",
3,Anonymous Attendee,,"Mar 1, 2018 10:40:20","On continue ?","Oui"
"""
ZOOM_QUESTIONS = """Q&A Report
Report Generated:,"03/02/2018 09:00"
Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Question
"Réunion",123,"03/01/2018 10:28",95,2
Question Details
#,Question,Asker Name,Asker Email,Answer(s),Question Time,Answered Time,Answer Name,Answer Email
1,"Combien, en euros ?",Zoé Petit,zoe@example.org,"Ada Martin: cent",,,,
,,,,"Ada Martin: et dix",,,,
2,Quand ?,Anonymous Attendee,,,,,,
"""
ZOOM_ATTENDANCE = {
    "meeting with preamble": "\ufeffMeeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n"
    "123,Réunion,03/01/2018 10:28:00 AM,03/01/2018 12:00:00 PM,ada@example.org,92,2\n\n"
    "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n"
    "Zoé Petit (Zoé P.),zoe@example.org,03/01/2018 10:30:00 AM,03/01/2018 11:00:00 AM,30,Yes\n"
    "Luc Grand,,03/01/2018 10:35:00 AM,03/01/2018 11:35:00 AM,60,Yes\n"
    "Zoé Petit,zoe@example.org,03/01/2018 10:50:00 AM,03/01/2018 11:30:00 AM,40,Yes\n",
    "meeting in French": "Nom (nom d'origine);Adresse e-mail;Heure d'arrivée;Heure de départ;Durée (minutes);Invité\n"
    "Zoé Petit;zoe@example.org;01/03/2018 10:30:00;01/03/2018 11:30:00;60;Oui\n"
    "Luc Grand;;01/03/2018 10:35:00;01/03/2018 11:35:00;60;Oui\n",
    "unique users": "Name (Original Name),User Email,Total Duration (Minutes),Guest\nZoé Petit,zoe@example.org,60,Yes\nLuc Grand,,60,Yes\n",
    "webinar": "Attendee Report\nReport Generated:,\"Mar 02, 2018 09:00\"\nTopic,Webinar ID,Actual Start Time,Unique Viewers\nR,1,\"Mar 01, 2018 10:28\",2\n"
    "Host Details,\nAttended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Country/Region Name\n"
    "Attendee Details,\nAttended,User Name (Original Name),First Name,Last Name,Email,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes)\n"
    "Yes,Zoé Petit,Zoé,Petit,zoe@example.org,,approved,\"Mar 01, 2018 10:30:00\",\"Mar 01, 2018 11:30:00\",60\n"
    "Yes,Luc Grand,Luc,Grand,,,approved,\"Mar 01, 2018 10:35:00\",\"Mar 01, 2018 11:35:00\",60\n"
    "No,Absent,A,B,absent@example.org,,approved,--,--,--\n",
}  # fmt: skip
TEAMS_VTT = """WEBVTT

0f5e/12-0
00:00:03.120 --> 00:00:06.480
<v Ada Martin>Bonjour à toutes
et à tous.</v>

0f5e/13-0
0:1:7.5 --> 0:1:9.25
<v Zoé Petit>Une question.</v>
"""
TEAMS_ATTENDANCE = {
    "new": "1. Summary\nMeeting title\tRéunion\nAttended participants\t2\nStart time\t3/1/18, 10:28:00 AM\nEnd time\t3/1/18, 12:00:00 PM\n"
    "Meeting duration\t1h 32m 0s\n\n2. Participants\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\n"
    "Zoé Petit\t3/1/18, 10:30:00 AM\t3/1/18, 11:30:00 AM\t50m 0s\tzoe@example.org\tzoe@example.org\tPresenter\n"
    "Luc Grand\t3/1/18, 10:35:00 AM\t3/1/18, 11:35:00 AM\t1h 0m 0s\t\t\tAttendee\n\n"
    "3. In-Meeting Activities\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\n"
    "Zoé Petit\t3/1/18, 10:30:00 AM\t3/1/18, 11:00:00 AM\t30m 0s\tzoe@example.org\tPresenter\n"
    "Zoé Petit\t3/1/18, 11:10:00 AM\t3/1/18, 11:30:00 AM\t20m 0s\tzoe@example.org\tPresenter\n"
    "Luc Grand\t3/1/18, 10:35:00 AM\t3/1/18, 11:35:00 AM\t1h 0m 0s\t\tAttendee\n",
    "french": "1. Récapitulatif\nTitre de la réunion\tRéunion\nParticipants présents\t2\n\n2. Participants\n"
    "Nom\tPremière connexion\tDernière déconnexion\tDurée de participation à la réunion\tE-mail\tID\tRôle\n"
    "Zoé Petit\t01/03/2018 10:30:00\t01/03/2018 11:20:00\t50 min\tzoe@example.org\tzoe@example.org\tPrésentateur\n"
    "Luc Grand\t01/03/2018 10:35:00\t01/03/2018 11:35:00\t1 h 0 min\t\t\tParticipant\n",
    "old list": "Meeting Summary\nTotal Number of Participants\t2\n\nFull Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\n"
    "Zoé Petit\t3/1/2018, 10:30:00 AM\t3/1/2018, 11:20:00 AM\t50m\tzoe@example.org\tPresenter\n"
    "Luc Grand\t3/1/2018, 10:35:00 AM\t3/1/2018, 11:35:00 AM\t1h\t\tAttendee\n",
    "oldest": "Full Name\tUser Action\tTimestamp\nZoé Petit\tJoined\t3/1/2018, 10:30:00 AM\nLuc Grand\tJoined\t3/1/2018, 10:35:00 AM\n"
    "Zoé Petit\tLeft\t3/1/2018, 11:00:00 AM\nZoé Petit\tJoined\t3/1/2018, 11:10:00 AM\nZoé Petit\tLeft\t3/1/2018, 11:30:00 AM\n"
    "Luc Grand\tLeft\t3/1/2018, 11:35:00 AM\n",
}  # fmt: skip


def word(*paragraphs: str) -> bytes:
    """Make a Word document of a few paragraphs; a newline is a break."""
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(
        "<w:p><w:r>" + "<w:br/>".join(f"<w:t>{line}</w:t>" for line in one.split("\n")) + "</w:r></w:p>"
        for one in paragraphs
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{name}"><w:body>{body}</w:body></w:document>')
    return held.getvalue()


TEAMS_WORD = {
    "new": word("Réunion-20180301_103000", "1 mars 2018, 10:30AM", "1h 2m", "Ada Martin   0:03", "Bonjour à toutes et à tous.",
        "Zoé Petit   1:07", "Une question.", "Ada Martin   1:00:09", "Merci."),
    "old": word("0:0:3.120 --&gt; 0:0:6.480\nAda Martin\nBonjour à toutes et à tous.", "0:1:7.0 --&gt; 0:1:9.250\nZoé Petit\nUne question."),
}  # fmt: skip
