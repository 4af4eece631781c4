"""Words in capitals: those that show that somebody shouts, and those that say nothing about it.

Capitals alone prove little: names come from a customer record in capitals, brands and products are written so. A run in
capitals shouts when it holds a word of `ORDINARY`: words of everyday sentences that no brand, heading or code is made of.
"""

from __future__ import annotations

ORDINARY = frozenset(
    """
    about absolutely account again against agree already also always another answer any anymore anyone anything are
    asap asked asking away because been before believe blame broken but calm call calling came can cannot cant
    careful careless check clearly come complain complaint complete completely could couldnt customers damage day days
    definitely delayed delivered did didnt different disappointed disgusting does doesnt dont done dumb else email
    enough even ever every everyone everything exactly expect explain explained fail failed fault finally fix follow
    forever fraud fully gave get give going gone got had has hasnt have havent hear help her here him his hour hours
    how hurry ignore ignored immediately impossible incorrect instructions isnt it its just keep know late later
    least lie lied listen long look made make mandatory may maybe mine mistake money more most must my myself need
    needed never next no nobody none nothing notice now obviously once one only order other our ourselves out over own
    pathetic pay paid patience please policy policies possible problem promise quickly read really receive received
    refund refunded refuse refused repeat reply replying ridiculous right said say saying scam see seen send sent
    serious seriously shall she should shut sick simply some someone something soon sorry state stated still stop
    strictly stupid such sure take tell than that thats their them then there these they thing think this those tired
    today told tomorrow totally trust truly trying under understand unacceptable unless until urgent urgently use used
    useless very wait waiting want was wasnt waste wasting watch we week weeks were weve what whatever when where
    which who whole why will wont work working works worse worst would wouldnt wrong yes yesterday yet you youll your
    youre yours yourself youve
    attention carefully confirm contact cancel cancelled charged closed day deadline deliver delivery difficult
    everywhere excuse excuses finished first forget free happened happening ignoring important incredible kindly
    last liar listening missing nowhere number opened package parcel people performing product professional
    responsible rude service signed solve solved somewhere stopped store terrible time times twice unbelievable warned
    warning warranty within without
    """.split()
)
# Two letters that also name things (IT, US, OR, AM, ID, TV): they count as words, never as proof.
TWO_LETTERS = frozenset("am an as at be by do go he if im in is it me my no of ok on or so to up us we".split())
PROVES = frozenset("be do he if is me my so to we as".split())
# These join a brand or a title as easily as a sentence («BED BATH AND BEYOND»).
JOINS = frozenset("a an and at by for from i in of on or the to with no not one new & free".split())
ACRONYMS = frozenset(
    """
    aadhaar abc adhd adsl aed ai aka am amex ansi api app apr arpa asap asean ascii atm aws awb bahrain
    bbc bcc bios bmw cad captcha cbt cc cctv cdn ceo cet cfo cgst chf ci cia cio cna cod coo copa cors covid cpa cpu cr
    cra crm crs csr css csv ctc cto cv cvc cvv ddos dhcp dhl dhs diy dm dms dnd dns dob dpi dsl dtls dvd ecg ecs edf edi
    edt ein ems enq eod epub eom est eta etc eu eur exif exw fao faq faqs fbi fcc fedex ffs fifa fob fsa ftp fyi fwd
    gb gbp gcc gdp gdpr gif gmt gps gpu gsm gst gtm gui hd hdd hdmi hdr hipaa hiv hr hrs html http https iata ibm iban
    icloud icu id ids ieee ifsc igst ikea imap imei imo inc inr ios ip ipad ipo iq irs isbn iso isp issn itil itunes
     jpeg jpg json jwt kbps kfc kg klm km kpi ksa kwd kyc lan lcd led lego lg llc lms lol lpg lte ltd mac
    mb mba mbps mdm mfa mg mhz midi mms mpeg mpin mrp mtn nafta nasa nato nba neft nfc nfl nhs nic nps ntsc nvidia
    oauth oecd oem ok oled omg omr ont opec opt os ota otp otps paas pal pan paypal pc pci pdf pdfs pdpl ph pin
    pins pixma plc plz pm pnr po pob pod pos ppm prepaid pst ptcl ptsd pto pvc qa qar qr radar ram raid rca re ref rfid
    rfp rfq rip rma roi rohs rsvp rtgs saas sabic sadad sadr sama sar sata scuba sdk seo sepa sftp sgst sim sku
    skus sla slas smart sms smtp sms ssd ssl ssn ssid stc sql sso swat swift tba tbc tbd tcp tin tls tos tv uae
    ufo uhd uid uk un unesco unicef upi ups uri url urls us usa usb usd ussd utc uuid vat vip visa vin voip vpn wan wasd
    wep wfh whatsapp wifi wlan wpa wps www xl xls xlsx xml xps xxl ymca youtube zatca zip zelle
    """.split()
)
# Joy in capitals is not shouting at anybody.
GLAD = frozenset(
    """
    thank thanks you so much very welcome congrats congratulations happy merry birthday new year years eve ramadan
    kareem eid mubarak christmas national day wow yay hooray great love lovely amazing awesome yes best good luck win
    winner won hello hi hey all everyone sale off to our the and a we
    """.split()
)
# «Reply STOP», «press SAVE CHANGES», «the coupon FIRST»: what follows is to be typed or pressed, or is a title.
BEFORE_A_LABEL = frozenset(
    """
    reply text type enter press tap click select choose say code coupon promo voucher called titled named button
    option key hit marked labelled labeled says reads subject keyword word status field tab menu file folder hashtag
    اضغط اضغطي اضغطوا انقر اختر اختاري اكتب اكتبي ارسل ارسلي أرسل أرسلي ادخل أدخل كلمة كود كوبون رمز زر
    خيار خانة بعنوان باسم دوس
    """.split()
)
AFTER_A_LABEL = frozenset(
    "button tab key option menu page icon link screen mode section code coupon keyword field".split()
)
EMPHATIC = frozenset("yes no now pls plz thx wow stop omg god so us what why".split())
